import type { ClusterHolder } from './postgres-cluster';
import { removeRunFolder } from './run-folder';

/** Stops the cluster of `postgres-cluster.ts` and removes its files. */
export default async function stopCluster(): Promise<void> {
  removeRunFolder();
  await (globalThis as ClusterHolder).trackerCluster?.stop();
}
