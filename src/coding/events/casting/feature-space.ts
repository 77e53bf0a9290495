/**
 * Features as numbers: a template is a name and the lists from which its values come, and each combination of values is a
 * position in one array of weights. Scoring and fitting see the same numbers; files name them ("slot, shape: subject verb").
 */

/** Values of one dimension, a hyphen for each blank in them; what is not among them counts as the first. */
export class Values {
  readonly names: readonly string[];
  readonly #positions: ReadonlyMap<string, number>;

  constructor(names: string) {
    this.names = names.split(' ');
    this.#positions = new Map(
      this.names.flatMap((name, position) =>
        [name, name.replaceAll('-', ' ')].map((each) => [each, position] as const),
      ),
    );
  }

  of(name: string): number {
    return this.#positions.get(name) ?? 0;
  }

  get size(): number {
    return this.names.length;
  }
}

export class Template {
  readonly name: string;
  readonly values: readonly Values[];
  readonly offset: number;
  readonly size: number;
  readonly #strideOfFirst: number;
  readonly #strideOfSecond: number;

  constructor(name: string, values: readonly Values[], offset: number) {
    this.name = name;
    this.values = values;
    this.offset = offset;
    const sizeFrom = (first: number) => values.slice(first).reduce((product, { size }) => product * size, 1);
    this.size = sizeFrom(0);
    this.#strideOfFirst = sizeFrom(1);
    this.#strideOfSecond = sizeFrom(2);
  }

  /** The position of a combination of values, as many as the template has. */
  at(first = 0, second = 0, third = 0): number {
    return this.offset + first * this.#strideOfFirst + second * this.#strideOfSecond + third;
  }
}

/** Takes the features that hold, by their positions. */
export interface Features {
  add(position: number): void;
}

/** The sum of the weights of features, since it was last taken. */
export class Score implements Features {
  #total = 0;
  readonly #weights: Float64Array;

  constructor(weights: Float64Array) {
    this.#weights = weights;
  }

  add(position: number): void {
    this.#total += this.#weights[position];
  }

  take(): number {
    const total = this.#total;
    this.#total = 0;
    return total;
  }
}

/** The features themselves, for fitting. */
export class Positions implements Features {
  readonly list: number[] = [];

  add(position: number): void {
    this.list.push(position);
  }
}

/** The templates of a model, in the order in which they are made. */
export class FeatureSpace {
  readonly #templates: Template[] = [];
  #size = 0;

  template(name: string, ...values: Values[]): Template {
    const template = new Template(name, values, this.#size);
    this.#templates.push(template);
    this.#size += template.size;
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
    for (const { name, values, offset, size } of this.#templates) {
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
