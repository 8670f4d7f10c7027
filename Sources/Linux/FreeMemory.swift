import CLinux

/// Gives memory that is allocated no more back to the system, of all threads' heaps. Takes
/// milliseconds: for after something large, not for every day.
package func returnFreeMemory() {
  _ = malloc_trim(0)
}

/// From how many bytes on what is allocated has pages of its own, which go back to the system as
/// soon as it is free. The C library would raise the bound each time something large is freed, and
/// keep what comes after it.
package func setOwnPages(from bytes: Int) {
  _ = mallopt(M_MMAP_THRESHOLD, Int32(clamping: bytes))
}
