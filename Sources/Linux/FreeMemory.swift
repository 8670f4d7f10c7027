import CLinux

/// Gives memory that is allocated no more back to the system, of all threads' heaps. Takes
/// milliseconds: for after something large, not for every day.
package func returnFreeMemory() {
  _ = malloc_trim(0)
}
