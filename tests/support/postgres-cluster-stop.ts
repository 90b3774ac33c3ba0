import type { ClusterHolder } from './postgres-cluster';

/** Stops the cluster of `postgres-cluster.ts` and removes its files. */
export default async function stopCluster(): Promise<void> {
  await (globalThis as ClusterHolder).trackerCluster?.stop();
}
