import type { Inventory, Model, Tensor } from '../src/language/parser/model.ts';
import type { Network } from './network/network.ts';

/** Rows that are looked up. */
const TABLES = new Set(['words', 'grams', 'shapes', 'hints']);

/** Whether a matrix is stored with a row an output. */
const isTurned = (name: string, rows: number): boolean => rows > 2 && name !== 'distanceLabel' && !TABLES.has(name);

/** The runtime's form of a network's present weights: matrices turned to a row an output, in 8 bits. */
export function exportModel(network: Network, inventory: Inventory): Model {
  const { wordWidth, gramWidth, shapeWidth, hintWidth, width, layers, tagLayers, arcWidth, labelWidth } = network.shape;
  const tensors = new Map<string, Tensor>();
  for (const { name, rows, columns } of network.parameters.all.values()) {
    const values = network.parameters.values(name);
    if (TABLES.has(name)) {
      tensors.set(name, quantiseRows(values.slice(), rows, columns));
    } else if (name === 'window') {
      const form = wordWidth + gramWidth + shapeWidth;
      tensors.set(name, quantiseRows(windowByPosition(values, columns, 0, form, rows / 3), 3 * columns, form));
      const hint = windowByPosition(values, columns, form, hintWidth, rows / 3);
      tensors.set('hintWindow', quantiseRows(hint, 3 * columns, hintWidth));
    } else if (isTurned(name, rows)) {
      tensors.set(name, quantiseRows(transpose(values, rows, columns), columns, rows));
    } else {
      tensors.set(name, { rows, columns, values: values.slice(), scales: null });
    }
  }
  const shape = { wordWidth, gramWidth, shapeWidth, hintWidth, width, layers, tagLayers, arcWidth, labelWidth };
  return { shape, inventory, tensors };
}

/** Weights of which `exportModel` makes the model: those that it was made of, rounded. */
export function importWeights(network: Network, { tensors }: Model): void {
  const { wordWidth, gramWidth, shapeWidth } = network.shape;
  const floats = (name: string): Float32Array => {
    const { columns, values, scales } = tensors.get(name)!;
    return Float32Array.from(values, (value, i) => (scales ? value * scales[Math.floor(i / columns)] : value));
  };
  for (const { name, rows, columns } of network.parameters.all.values()) {
    const values = network.parameters.values(name);
    if (name === 'window') {
      const form = wordWidth + gramWidth + shapeWidth;
      const hint = rows / 3 - form;
      const [forms, hints] = [floats(name), floats('hintWindow')];
      for (let position = 0; position < 3; position++) {
        const start = (position * rows) / 3;
        const ofForms = forms.subarray(position * columns * form, (position + 1) * columns * form);
        const ofHints = hints.subarray(position * columns * hint, (position + 1) * columns * hint);
        values.set(transpose(ofForms, columns, form), start * columns);
        values.set(transpose(ofHints, columns, hint), (start + form) * columns);
      }
    } else {
      values.set(isTurned(name, rows) ? transpose(floats(name), columns, rows) : floats(name));
    }
  }
}

function transpose(values: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(values, (_, i) => values[(i % rows) * columns + Math.floor(i / rows)]);
}

/** Some inputs of the matrix over three neighbours, as three matrices over one neighbour, below each other. */
function windowByPosition(
  values: Float32Array,
  outputs: number,
  first: number,
  inputs: number,
  inputsOfOne: number,
): Float32Array {
  const turned = new Float32Array(3 * inputs * outputs);
  for (let position = 0; position < 3; position++) {
    const start = (position * inputsOfOne + first) * outputs;
    const part = values.subarray(start, start + inputs * outputs);
    turned.set(transpose(part, inputs, outputs), position * inputs * outputs);
  }
  return turned;
}

function quantiseRows(values: Float32Array, rows: number, columns: number): Tensor {
  const scales = new Float32Array(rows);
  const bytes = new Int8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const from = row * columns;
    let highest = 0;
    for (let i = from; i < from + columns; i++) highest = Math.max(highest, Math.abs(values[i]));
    scales[row] = highest / 127;
    for (let i = from; i < from + columns; i++) bytes[i] = highest > 0 ? Math.round((values[i] / highest) * 127) : 0;
  }
  return { rows, columns, values: bytes, scales };
}
