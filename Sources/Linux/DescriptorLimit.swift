import CLinux
import Glibc

/// How many descriptors this process may have open.
package enum DescriptorLimit {
  /// Raises the bound as far as the system lets us, up to `wanted`, and returns what it is then.
  package static func raise(to wanted: Int) throws(SystemError) -> Int {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    _ = try retried("getrlimit") { getrlimit(resource, &limit) }
    if limit.rlim_cur < rlim_t(wanted), limit.rlim_cur < limit.rlim_max {
      limit.rlim_cur = min(limit.rlim_max, rlim_t(wanted))
      _ = try retried("setrlimit") { setrlimit(resource, &limit) }
    }
    return Int(clamping: limit.rlim_cur)
  }
}

/// How many processors this process may use, which containers and `taskset` bound.
package func processorCount() -> Int {
  // A bit for each processor; no machine has more than the 8192 that Linux knows.
  var set = [UInt8](repeating: 0, count: 1024)
  guard sched_getaffinity(0, set.count, &set) >= 0 else { return 1 }
  return max(1, set.reduce(0) { $0 + $1.nonzeroBitCount })
}
