/** Another consumer holds the slot. Not a fault: one run at a time is how it should be. */
export class SlotActiveSignal extends Error {
  override readonly name = 'SlotActiveSignal';
}
