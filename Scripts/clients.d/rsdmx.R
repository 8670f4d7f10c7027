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

count <- NA
check("rsdmx all data, structure-specific", function() {
  data <- as.data.frame(readSDMX(paste0(sdmx, "/data/DIGITAL/all/all/")))
  count <<- nrow(data)
  expect(count > 1000 && !any(is.na(data$TIME_PERIOD)), "rows without a period")
})

check("rsdmx data, generic", function() {
  read <- function(form) {
    as.data.frame(readSDMX(paste0(sdmx, "/data/DIGITAL/A.dti./?format=", form)))
  }
  expect(nrow(read("sdmxgeneric")) == nrow(read("sdmx")), "not as many rows")
})

check("rsdmx empty answer", function() {
  data <- readSDMX(paste0(sdmx, "/data/DIGITAL/A.dti./?startPeriod=2099"))
  expect(is.null(as.data.frame(data)), "there is something in 2099")
})

quit(status = if (reds > 0) 1 else 0)
