#!/usr/bin/env Rscript
# Reads a running server with R's rsdmx.
#
#   rsdmx.R http://127.0.0.1:8080
#
# Needs: apt-get install r-cran-rsdmx. Prints a line for each check, "name|green" or
# "name|red|why"; exits with 1 if one is red.

suppressWarnings(suppressPackageStartupMessages(library(rsdmx)))
base <- sub("/$", "", commandArgs(trailingOnly = TRUE)[1])
sdmx <- paste0(base, "/sdmx/2.1")
reds <- 0

check <- function(name, run) {
  why <- tryCatch({
    capture.output(suppressWarnings(suppressMessages(run())))
    NULL
  }, error = function(e) conditionMessage(e))
  if (is.null(why)) {
    cat(name, "|green\n", sep = "")
  } else {
    reds <<- reds + 1
    cat(name, "|red|", gsub("[|\n]", " ", substr(why, 1, 300)), "\n", sep = "")
  }
}

expect <- function(is_so, why) if (!isTRUE(is_so)) stop(why)

addSDMXServiceProvider(SDMXServiceProvider(
  agencyId = "THUOCDO", name = "ThuocDo",
  builder = SDMXREST21RequestBuilder(regUrl = sdmx, repoUrl = sdmx, compliant = TRUE)))

check("rsdmx dataflows", function() {
  flows <- as.data.frame(readSDMX(providerId = "THUOCDO", resource = "dataflow"))
  expect("DIGITAL" %in% flows$id, "DIGITAL is missing")
})

check("rsdmx structure and code lists", function() {
  structure <- readSDMX(
    providerId = "THUOCDO", resource = "datastructure", resourceId = "DSD_DIGITAL")
  areas <- as.data.frame(slot(structure, "codelists"), codelistId = "CL_AREA")
  expect(areas$label.vi[areas$id == "48-2025"] == "\u0110\u00e0 N\u1eb5ng", "48-2025")
})

check("rsdmx data by key, with labels", function() {
  data <- as.data.frame(readSDMX(
    providerId = "THUOCDO", resource = "data", flowRef = "DIGITAL",
    key = list("A", "dti", "48-2008"), start = 2022, end = 2023, dsd = TRUE), labels = TRUE)
  expect(identical(as.numeric(data$OBS_VALUE), c(0.8002, 0.834)), "other values")
  expect("OBS_STATUS_label.en" %in% names(data), "no labels")
})

# The rows that have a period as CSV has them: what every reading is compared with.
published <- function(query) {
  rows <- read.csv(
    paste0(base, "/v1/observations?format=csv&boundaries=published", query),
    colClasses = "character", encoding = "UTF-8")
  rows <- rows[rows$period != "", ]
  rows[order(rows$indicator, rows$area, rows$period, method = "radix"), ]
}

# The same cells in any order, with the same values and the same status and qualifier.
compare <- function(data, rows) {
  expect(nrow(data) == nrow(rows), paste(nrow(data), "cells, CSV has", nrow(rows)))
  data <- data[order(data$INDICATOR, data$REF_AREA, data$TIME_PERIOD, method = "radix"), ]
  pairs <- c(
    INDICATOR = "indicator", REF_AREA = "area", TIME_PERIOD = "period", OBS_STATUS = "status",
    QUALIFIER = "qualifier")
  for (name in names(pairs)) {
    mine <- as.character(data[[name]])
    mine[is.na(mine)] <- ""
    theirs <- rows[[pairs[[name]]]]
    theirs[is.na(theirs)] <- ""
    wrong <- which(mine != theirs)
    expect(
      length(wrong) == 0,
      paste(length(wrong), "times another", name, mine[wrong[1]], "not", theirs[wrong[1]]))
  }
  expect(
    identical(as.numeric(data$OBS_VALUE), as.numeric(rows$value)), "other values")
}

check("rsdmx all data, structure-specific", function() {
  compare(as.data.frame(readSDMX(paste0(sdmx, "/data/DIGITAL/all/all/"))), published(""))
})

check("rsdmx data, generic", function() {
  address <- paste0(sdmx, "/data/DIGITAL/A.dti./?format=sdmxgeneric")
  data <- as.data.frame(readSDMX(address))
  names(data) <- sub("^obsTime$", "TIME_PERIOD", sub("^obsValue$", "OBS_VALUE", names(data)))
  compare(data, published("&indicator=dti&frequency=A"))
})

check("rsdmx empty answer", function() {
  data <- readSDMX(paste0(sdmx, "/data/DIGITAL/A.dti./?startPeriod=2099"))
  expect(is.null(as.data.frame(data)), "there is something in 2099")
})

quit(status = if (reds > 0) 1 else 0)
