/**
 * What was read of an article before, kept from one version of it to the next: a stretch that reads as it did is not read
 * again. What the last version did not have is forgotten. Whatever is kept must not be changed by who gets it.
 */
export class Memory {
  private last = new Map<string, unknown>()
  private now = new Map<string, unknown>()

  /** The next version begins. */
  turn(): void {
    this.last = this.now
    this.now = new Map()
  }

  /** `make()`, unless that was made for this key already. Keys of different kinds must differ. */
  recall<T>(key: string, make: () => T): T {
    const made = this.now.get(key) ?? this.last.get(key) ?? make()
    this.now.set(key, made)
    return made as T
  }
}
