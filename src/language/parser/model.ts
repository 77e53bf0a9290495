/** Sizes of the network in a model file. */
export interface ModelShape {
  readonly wordWidth: number;
  readonly gramWidth: number;
  readonly shapeWidth: number;
  readonly hintWidth: number;
  /** Width of one direction of a recurrent layer. */
  readonly width: number;
  readonly layers: number;
  /** The tags are read off the output of this many layers. */
  readonly tagLayers: number;
  readonly arcWidth: number;
  readonly labelWidth: number;
}

/** The closed sets of a model, in the order of their numbers. Words 0–2 and shape 0 stand for unknown and the edges. */
export interface Inventory {
  readonly words: string[];
  readonly shapes: string[];
  /** The tagger's tags (`UPOS|XPOS`); 0 stands for none. */
  readonly hints: string[];
  readonly upos: string[];
  readonly xpos: string[];
  readonly deprels: string[];
}

/** Matrices are 8-bit with a scale for each row; vectors are 32-bit floats. */
export type Tensor =
  | { readonly rows: number; readonly columns: number; readonly values: Int8Array; readonly scales: Float32Array }
  | { readonly rows: number; readonly columns: number; readonly values: Float32Array; readonly scales: null };

export interface Model {
  readonly shape: ModelShape;
  readonly inventory: Inventory;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

interface Header {
  readonly shape: ModelShape;
  readonly inventory: Inventory;
  readonly tensors: { name: string; rows: number; columns: number; bits: 8 | 32 }[];
}

const MAGIC = 'dragoman-parser-1\n';

const align = (offset: number): number => (offset + 3) & ~3;

/** A model as a file: a magic line, the length of a JSON header, the header, then the tensors in its order. */
export function writeModel({ shape, inventory, tensors }: Model): Uint8Array {
  const header: Header = {
    shape,
    inventory,
    tensors: [...tensors].map(([name, { rows, columns, scales }]) => ({ name, rows, columns, bits: scales ? 8 : 32 })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = align(MAGIC.length + 4 + text.length);
  const sizes = [...tensors.values()].map(({ values, scales }) => align(values.byteLength) + (scales?.byteLength ?? 0));
  const file = new Uint8Array(start + sizes.reduce((sum, size) => sum + size, 0));
  file.set(new TextEncoder().encode(MAGIC));
  new DataView(file.buffer).setUint32(MAGIC.length, text.length, true);
  file.set(text, MAGIC.length + 4);
  let offset = start;
  for (const { values, scales } of tensors.values()) {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset);
    offset += align(values.byteLength);
    if (scales) file.set(new Uint8Array(scales.buffer, scales.byteOffset, scales.byteLength), offset);
    offset += scales?.byteLength ?? 0;
  }
  return file;
}

/** Reads what `writeModel` wrote. Throws if the file is of another kind or cut short. */
export function readModel(file: Uint8Array): Model {
  const magic = new TextDecoder().decode(file.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new Error('not a parser model of this version');
  const bytes = file.slice().buffer;
  const length = new DataView(bytes).getUint32(MAGIC.length, true);
  const header: Header = JSON.parse(
    new TextDecoder().decode(file.subarray(MAGIC.length + 4, MAGIC.length + 4 + length)),
  );
  let offset = align(MAGIC.length + 4 + length);
  const tensors = new Map<string, Tensor>();
  for (const { name, rows, columns, bits } of header.tensors) {
    const size = rows * columns;
    if (bits === 8) {
      const scales = new Float32Array(bytes, offset + align(size), rows);
      tensors.set(name, { rows, columns, values: new Int8Array(bytes, offset, size), scales });
      offset += align(size) + 4 * rows;
    } else {
      tensors.set(name, { rows, columns, values: new Float32Array(bytes, offset, size), scales: null });
      offset += 4 * size;
    }
  }
  return { shape: header.shape, inventory: header.inventory, tensors };
}
