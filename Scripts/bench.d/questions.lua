-- wrk: questions that were hardly ever asked before, for Scripts/bench.
--   KIND SEED INDICATORS UNITS [PATH]    how many there are in the folder, and Datasette's path
-- A number of rows that no answer reaches makes a question another one, whose rows are the same.

local kind, indicators, units, path

function init(arguments)
  kind, path = arguments[1], arguments[5]
  indicators, units = tonumber(arguments[3]), tonumber(arguments[4])
  math.randomseed(tonumber(arguments[2]))
end

local function day(first, count)
  return os.date("!%Y-%m-%d", os.time { year = first, month = 7, day = 1, hour = 12 }
    + math.random(0, count) * 86400)
end

local function limit()
  return math.random(100, 10000)
end

-- 36 to 44 months of 2020 to 2024: first and last as YYYY-MM.
local function span()
  local first = math.random(0, 15)
  local last = first + math.random(35, 43)
  return string.format("%d-%02d", 2020 + math.floor(first / 12), first % 12 + 1),
    string.format("%d-%02d", 2020 + math.floor(last / 12), last % 12 + 1)
end

local questions = {}

function questions.selection()
  local from, to = span()
  return string.format(
    "/v1/observations?indicator=synthetic-%02d&province=synthetic-%04d&period=%s..%s&limit=%d",
    math.random(indicators), math.random(units), from, to, limit())
end

function questions.datasette()
  local from, to = span()
  return string.format(
    "%s?indicator=synthetic-%02d&area=synthetic-%04d&period__gte=%s&period__lte=%s"
      .. "&_size=100&_shape=array&_nocount=1&_nofacet=1&_nosuggest=1",
    path, math.random(indicators), math.random(units), from, to)
end

function questions.provinces()
  return string.format("/v1/provinces?boundaries=%s&limit=%d", day(2025, 500), limit())
end

function questions.ranking()
  return string.format("/v1/indicators/dti/ranking?period=%d&boundaries=%s&limit=%d",
    math.random(2021, 2023), day(2010, 5000), limit())
end

function questions.page()
  return string.format(
    "/v1/provinces/48/indicators?boundaries=%s&limit=%d", day(2025, 500), limit())
end

function request()
  return wrk.format("GET", questions[kind]())
end
