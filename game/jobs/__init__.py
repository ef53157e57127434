"""Work in the background: a small pool of spawned processes, inline where none are wanted, or a cluster of others.

    with Pool(2) as pool:
        jobs = [pool.submit(square, n) for n in range(10)]
        results = pool.results(jobs, progress=print)

Nothing runs by itself in the process that asks: `pump` hands out work and takes in results, `results` pumps until all
are there. A function that takes long calls `tell(done, of)`, which reports progress and ends it when it was cancelled.
A worker whose parent is gone ends at once; a job whose worker is gone is tried once more. `cluster.Cluster` is a pool
whose workers are those of a Dask cluster. Knows nothing of the game.
"""

from game.jobs.job import Cancelled, Job, Progress, WorkerLost, listening, tell
from game.jobs.pool import Pool

__all__ = ["Cancelled", "Job", "Pool", "Progress", "WorkerLost", "listening", "tell"]
