# rjstat, R's reader of JSON-stat, beside R's own reading of the CSV.

library(rjstat)
base <- commandArgs(trailingOnly = TRUE)[1]

cell <- function(name, trial) {
  why <- tryCatch({ trial(); NULL }, error = function(error) conditionMessage(error))
  if (is.null(why)) cat(name, "|green\n", sep = "")
  else cat(name, "|red|", gsub("[|\n]", " ", why), "\n", sep = "")
}

cell("JSON-stat: values as in CSV", function() {
  for (id in c("dti", "population", "online-retail-sales", "pci")) {
    target <- paste0(base, "/v1/indicators/", id, "/observations?period=1900..&format=")
    cube <- fromJSONstat(paste0(target, "jsonstat"), naming = "id")
    table <- read.csv(paste0(target, "csv"), encoding = "UTF-8",
      colClasses = c(areaCode = "character", period = "character"))
    both <- merge(cube, table, by = c("indicator", "area", "period"), suffixes = c("", ".csv"))
    stopifnot(nrow(both) == nrow(table), nrow(table) > 0)
    stopifnot(identical(is.na(both$value), is.na(both$value.csv)))
    stopifnot(all(both$value == both$value.csv, na.rm = TRUE))
  }
})

cell("JSON-stat: labels", function() {
  cube <- fromJSONstat(paste0(
    base, "/v1/observations?indicator=dti&area=48-2008&period=2023&format=jsonstat"))
  stopifnot("\u0110\u00e0 N\u1eb5ng" %in% unlist(cube))
})
