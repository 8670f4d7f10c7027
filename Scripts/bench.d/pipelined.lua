-- wrk: sixteen requests at a time on every connection, for Scripts/bench.
function init()
  sixteen = string.rep(wrk.format(), 16)
end

function request()
  return sixteen
end
