import type { CheckpointedLsn } from './model/checkpoint.ts';
import type { WalStream } from './source/source.ts';

/**
 * The last stage: tells PostgreSQL that it may forget the log up to the checkpoint. Takes nothing but a checkpointed
 * LSN, so that the slot cannot move past what is durable in the target; repeating it is harmless, missing it costs
 * only retained log.
 */
export function acknowledge(stream: WalStream, lsn: CheckpointedLsn): void {
  stream.acknowledge(lsn);
}
