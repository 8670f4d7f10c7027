/// A small folder's file that is right: what the rows above refer to.
let base = """
  {"sources":[
  {"id":"press","title":"Bài","publisher":"Báo","language":"vi","kind":"press",
   "published":"2024-01-02","reliability":"single"},
  {"id":"copy","title":"Bản chép","publisher":"Báo","language":"vi","kind":"transcription",
   "retrieved":"2026-11-21","transcriptionOf":["press"],"reliability":"checked"},
  {"id":"cited","title":"Văn bản","publisher":"Bộ","language":"vi","kind":"act",
   "reliability":"primary"}
  ],
  "countries":[
  {"id":"VN","name":{"vi":"Việt Nam","en":"Viet Nam"},"level":"nation"},
  {"id":"SG","name":{"vi":"Singapore","en":"Singapore"},"level":"country"}
  ],
  "provinces":[
  {"id":"01-2008","code":"01","slug":"ha-noi","name":{"vi":"Hà Nội","en":"Ha Noi"},
   "fullName":{"vi":"thành phố Hà Nội","en":"Ha Noi City"},"type":"municipality",
   "validFrom":"2008-08-01"},
  {"id":"48-2008","code":"48","slug":"da-nang","name":{"vi":"Đà Nẵng","en":"Da Nang"},
   "fullName":{"vi":"thành phố Đà Nẵng","en":"Da Nang City"},
   "type":"municipality","validTo":"2025-06-30"},
  {"id":"49-2008","code":"49","slug":"quang-nam","name":{"vi":"Quảng Nam","en":"Quang Nam"},
   "fullName":{"vi":"tỉnh Quảng Nam","en":"Quang Nam Province"},
   "type":"province","validTo":"2025-06-30"},
  {"id":"48-2025","code":"48","slug":"da-nang","name":{"vi":"Đà Nẵng","en":"Da Nang"},
   "fullName":{"vi":"thành phố Đà Nẵng","en":"Da Nang City"},"type":"municipality",
   "validFrom":"2025-07-01","predecessors":["48-2008","49-2008"]}
  ],
  "regions":[
  {"id":"coast-2008","slug":"coast","name":{"vi":"Duyên hải","en":"Coast"},
   "validFrom":"2008-08-01","validTo":"2025-06-30","provinces":["48-2008","49-2008"]}
  ],
  "pillars":[
  {"id":"economy","name":{"vi":"Kinh tế số","en":"Digital economy"}}
  ],
  "units":[
  {"code":"PT","symbol":"%","name":{"vi":"phần trăm","en":"percent"}},
  {"code":"VND","symbol":"đồng","name":{"vi":"đồng","en":"dong"}}
  ],
  "agencies":[
  {"id":"gso","name":{"vi":"Tổng cục Thống kê","en":"General Statistics Office"}}
  ],
  "indicators":[
  {"id":"share","name":{"vi":"Tỷ lệ","en":"Share"},"definition":{"vi":"Tỷ lệ","en":"Share"},
   "unit":"PT","decimals":2,"minimum":0,"maximum":100,"kind":"flow",
   "frequency":"A","direction":"higherIsBetter","levels":["nation","province"]},
  {"id":"money","name":{"vi":"Tiền","en":"Money"},"definition":{"vi":"Tiền","en":"Money"},
   "unit":"VND","unitMultiplier":9,"decimals":3,"kind":"flow",
   "frequency":"A","direction":"none","levels":["nation"]}
  ],
  "meetings":[
  {"id":"meeting","name":{"vi":"Hội nghị","en":"Conference"}}
  ]}

  """
