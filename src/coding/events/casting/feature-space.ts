/**
 * Features as numbers: a template is a name and the lists from which its values come, and each combination of values is a
 * position in one array of weights. Scoring and fitting see the same numbers; files name them ("slot, shape: subject verb").
 */

/** Values of one dimension; what is not among them counts as the first. */
export class Values {
  readonly names: readonly string[];
  readonly #positions: ReadonlyMap<string, number>;

  constructor(names: string) {
    this.names = names.split(' ');
    this.#positions = new Map(this.names.map((name, position) => [name, position]));
  }

  of(name: string): number {
    return this.#positions.get(name) ?? 0;
  }

  get size(): number {
    return this.names.length;
  }
}

export interface Template {
  readonly name: string;
  readonly values: readonly Values[];
  readonly offset: number;
}

/** The templates of a model, in the order in which they are made. */
export class FeatureSpace {
  readonly #templates: Template[] = [];
  #size = 0;

  template(name: string, ...values: Values[]): Template {
    const template = { name, values, offset: this.#size };
    this.#templates.push(template);
    this.#size += values.reduce((product, { size }) => product * size, 1);
    return template;
  }

  get size(): number {
    return this.#size;
  }

  /** Weights by template and values as a file has them, laid out; names that no template has are passed over. */
  weights(named: Readonly<Record<string, Readonly<Record<string, number>>>>): Float64Array {
    const laidOut = new Float64Array(this.#size);
    for (const { name, values, offset } of this.#templates) {
      for (const [key, weight] of Object.entries(named[name] ?? {})) {
        const parts = key === '' ? [] : key.split(' ');
        let position = 0;
        for (const [dimension, part] of parts.entries())
          position = position * values[dimension].size + values[dimension].of(part);
        laidOut[offset + position] = weight;
      }
    }
    return laidOut;
  }

  /** The other way: weights that differ from nought, rounded to hundredths, by template and values. */
  named(weights: Float64Array): Record<string, Record<string, number>> {
    const named: Record<string, Record<string, number>> = {};
    for (const { name, values, offset } of this.#templates) {
      const size = values.reduce((product, each) => product * each.size, 1);
      for (let position = 0; position < size; position++) {
        const weight = Math.round(weights[offset + position] * 100) / 100;
        if (weight === 0) continue;
        const parts: string[] = [];
        let rest = position;
        for (const each of values.toReversed()) {
          parts.unshift(each.names[rest % each.size]);
          rest = Math.floor(rest / each.size);
        }
        named[name] ??= {};
        named[name][parts.join(' ')] = weight;
      }
    }
    return named;
  }
}

/** The position of a combination of values. */
export function at({ values, offset }: Template, a = 0, b = 0, c = 0): number {
  switch (values.length) {
    case 0:
      return offset;
    case 1:
      return offset + a;
    case 2:
      return offset + a * values[1].size + b;
    default:
      return offset + (a * values[1].size + b) * values[2].size + c;
  }
}
