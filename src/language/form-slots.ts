/**
 * Numbered slots in which something computed for each form is kept. When all are taken, forms give theirs up that have
 * not been seen again of late (second chance), so that the common words of a language stay. Who keeps something in slots
 * says the same with any number of them.
 */
export class FormSlots {
  readonly #capacity: number;
  readonly #first: number;
  readonly #slots = new Map<string, number>();
  readonly #forms: string[] = [];
  /** By slot: whether its form was seen again since the hand last passed. */
  readonly #again: Uint8Array;
  /** By slot: the turn in which its form was last asked for; what is in use keeps its slot. */
  readonly #turns: Int32Array;
  #turn = 0;
  #hand: number;

  /** Slots from `first` to `capacity`, which must be more than the different forms of a turn. */
  constructor(capacity: number, first = 0) {
    this.#capacity = capacity;
    this.#first = first;
    this.#hand = first;
    this.#again = new Uint8Array(capacity);
    this.#turns = new Int32Array(capacity);
  }

  /** Slots of the forms that are in use together; `fresh` is told of each that has just been given to its form. */
  of(forms: readonly string[], fresh: (slot: number, form: string) => void): Int32Array {
    this.#turn = (this.#turn + 1) | 0;
    const slots = new Int32Array(forms.length);
    for (let index = 0; index < forms.length; index++) {
      const form = forms[index];
      let slot = this.#slots.get(form);
      if (slot === undefined) {
        slot = this.#free();
        this.#slots.set(form, slot);
        this.#forms[slot] = form;
        this.#again[slot] = 0;
        fresh(slot, form);
      } else this.#again[slot] = 1;
      this.#turns[slot] = this.#turn;
      slots[index] = slot;
    }
    return slots;
  }

  #free(): number {
    const unused = this.#first + this.#slots.size;
    if (unused < this.#capacity) return unused;
    for (;;) {
      const slot = this.#hand;
      this.#hand = slot + 1 < this.#capacity ? slot + 1 : this.#first;
      if (this.#turns[slot] === this.#turn) continue;
      if (this.#again[slot] === 0) {
        this.#slots.delete(this.#forms[slot]);
        return slot;
      }
      this.#again[slot] = 0;
    }
  }
}
