import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/** The two modules: the runtime's keeps to operations that give the same bits on every machine. */
export const KERNELS = [
  { source: '../src/language/parser/wasm/kernels.ts', relaxed: false },
  { source: './wasm/kernels.ts', relaxed: true },
].map(({ source, relaxed }) => ({ source: fileURLToPath(new URL(source, import.meta.url)), relaxed }));

/** Compiles a module of kernels; the same source gives the same bytes. Throws what the compiler says. */
export async function compileKernels({ source, relaxed }: { source: string; relaxed: boolean }): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const features = ['--enable', 'simd', ...(relaxed ? ['--enable', 'relaxed-simd'] : [])];
  const options = ['--outFile', 'kernels.wasm', '--runtime', 'stub', '-O3', '--noAssert', '--importMemory'];
  const { error, stderr } = await asc.main([source, ...options, ...features, '--baseDir', '/'], {
    writeFile: (_name: string, contents: Uint8Array | string) => {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error || !binary) throw new Error(`${source}: ${error?.message}\n${stderr.toString()}`);
  return binary;
}

if (import.meta.main) {
  for (const kernels of KERNELS) {
    writeFileSync(kernels.source.replace(/\.ts$/, '.wasm'), await compileKernels(kernels));
  }
}
