import Linux

/// Why changes of what stands there are seen late, and what to do about it.
func unwatched(_ what: String, because error: SystemError, lookInterval: Int64) -> String {
  "\(what): the system tells of no changes here (\(error)), so they are seen after "
    + "\(lookInterval / 1_000_000_000) s or at SIGHUP; raise fs.inotify.max_user_instances and "
    + "fs.inotify.max_user_watches (sysctl), or the bound of descriptors (ulimit -n, LimitNOFILE)"
}
