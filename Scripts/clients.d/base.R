# R without any package: read.csv.

base <- commandArgs(trailingOnly = TRUE)[1]

cell <- function(name, trial) {
  why <- tryCatch({ trial(); NULL }, error = function(error) conditionMessage(error))
  if (is.null(why)) cat(name, "|green\n", sep = "")
  else cat(name, "|red|", gsub("[|\n]", " ", why), "\n", sep = "")
}

read <- function(target) {
  read.csv(paste0(base, target), encoding = "UTF-8",
    colClasses = c(areaCode = "character", period = "character"))
}

cell("CSV: all observations", function() {
  table <- read("/v1/observations?format=csv")
  counted <- readLines(url(paste0(base, "/v1/observations?format=ndjson")), encoding = "UTF-8")
  stopifnot(nrow(table) == length(counted), is.numeric(table$value), !anyNA(table$indicator))
  stopifnot(sum(is.na(table$value)) < nrow(table) / 2)
})

cell("CSV: letters, codes, days", function() {
  table <- read("/v1/observations?indicator=dti&period=2023&format=csv")
  one <- table[table$area == "48-2008", ]
  stopifnot(one$areaNameVi == "\u0110\u00e0 N\u1eb5ng", one$value == 0.834)
  stopifnot(all(nchar(table$areaCode) == 2), table$areaCode[1] == "01")
  stopifnot(as.Date(one$periodEnd) == as.Date("2023-12-31"))
})
