import type { Inventory, Model, Tensor } from '../src/language/parser/model.ts';
import type { Network } from './network/network.ts';

/** Embeddings, which are looked up by their rows. */
const TABLES = new Set(['words', 'grams', 'shapes', 'hints']);

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
    } else if (rows > 2 && name !== 'distanceLabel') {
      tensors.set(name, quantiseRows(transpose(values, rows, columns), columns, rows));
    } else {
      tensors.set(name, { rows, columns, values: values.slice(), scales: null });
    }
  }
  const shape = { wordWidth, gramWidth, shapeWidth, hintWidth, width, layers, tagLayers, arcWidth, labelWidth };
  return { shape, inventory, tensors };
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

/** The weights of a network that a model was exported from, as near as 8 bits keep them. */
export function importModel({ tensors }: Model, network: Network): Float32Array {
  const { wordWidth, gramWidth, shapeWidth, hintWidth } = network.shape;
  const { parameters } = network;
  const weights = new Float32Array(parameters.size);
  for (const { name, rows, columns, offset } of parameters.all.values()) {
    const into = weights.subarray(offset, offset + rows * columns);
    if (name === 'window') {
      const form = wordWidth + gramWidth + shapeWidth;
      placeWindow(full(tensors.get('window')!), into, columns, 0, form, rows / 3);
      placeWindow(full(tensors.get('hintWindow')!), into, columns, form, hintWidth, rows / 3);
      continue;
    }
    const tensor = tensors.get(name)!;
    const isTurned = tensor.scales !== null && tensor.rows === columns && !TABLES.has(name);
    into.set(isTurned ? transpose(full(tensor), columns, rows) : full(tensor));
  }
  return weights;
}

/** The opposite of `windowByPosition`. */
function placeWindow(
  turned: Float32Array,
  into: Float32Array,
  outputs: number,
  first: number,
  inputs: number,
  inputsOfOne: number,
): void {
  for (let position = 0; position < 3; position++) {
    const part = turned.subarray(position * inputs * outputs, (position + 1) * inputs * outputs);
    into.set(transpose(part, outputs, inputs), (position * inputsOfOne + first) * outputs);
  }
}

/** A tensor's values without their scales. */
function full({ values, scales, columns }: Tensor): Float32Array {
  return scales ? Float32Array.from(values, (value, i) => value * scales[Math.floor(i / columns)]) : values;
}
