-- wrk: charts that were hardly ever asked for before, for Scripts/bench.
--   SEED TARGET    of a chart, with what it is asked of
-- Width, theme and language make a drawing another one.

local target

function init(arguments)
  math.randomseed(tonumber(arguments[1]))
  target = arguments[2]
end

function request()
  return wrk.format("GET", string.format("%s%swidth=%d&theme=%s&lang=%s",
    target, target:find("?", 1, true) and "&" or "?", math.random(320, 1600),
    math.random(2) == 1 and "light" or "dark", math.random(2) == 1 and "vi" or "en"))
end
