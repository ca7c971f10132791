"""A small disk of its own for the stores, which can be filled and freed."""
import os
import subprocess


class SmallDisk:
    """A tmpfs. `error` says why there is none; then `path` is an ordinary directory and `fill` does nothing."""

    def __init__(self, path, megabytes):
        self.path = path
        self.ballast = os.path.join(path, "ballast")
        self.error = None
        os.mkdir(path)
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0700", "silsila-chaos", path],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) if os.geteuid() == 0 else None
        if done is None:
            self.error = "only root may mount one"
        elif done.returncode != 0:
            self.error = done.stdout.strip() or "mount refused"

    def fill(self):
        if self.error:
            return
        free = os.statvfs(self.path)
        with open(self.ballast, "wb") as file:
            size = free.f_bavail * free.f_bsize
            while size > 0:
                try:
                    os.posix_fallocate(file.fileno(), 0, size)
                    return
                except OSError:  # others took some of it meanwhile
                    size -= 1 << 16

    def free(self):
        if os.path.exists(self.ballast):
            os.remove(self.ballast)

    def remove(self):
        if not self.error:
            subprocess.run(["umount", "-l", self.path], check=False)
