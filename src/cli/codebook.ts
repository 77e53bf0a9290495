import { Command } from 'commander';
import type { ExampleFailure } from '../coding/examples.ts';
import { colors, complain, print } from './output.ts';

/** `dragoman codebook`: for those who edit what is coded. */
export function codebookCommand(): Command {
  return new Command('codebook')
    .description('check a codebook, or see why a sentence is coded as it is')
    .addCommand(checkCommand())
    .addCommand(whyCommand());
}

function checkCommand(): Command {
  return new Command('check')
    .description('validate the codebook, name what no text can meet, and code the example sentence of every entry')
    .option('--codebook <folder>', 'a folder of YAML files that add to the codebook or override it')
    .addHelpText('after', '\nExamples:\n  dragoman codebook check\n  dragoman codebook check --codebook my-codebook/')
    .action(async ({ codebook: overrides }: { codebook?: string }) => {
      const { placedCodebook } = await import('../codebook/load.ts');
      const { createLanguage } = await import('../language/index.ts');
      const { checkExample, examplesOf } = await import('../coding/examples.ts');
      const { unmet } = await import('../coding/unmet/index.ts');
      try {
        const [codebook, places] = await placedCodebook({ overrides });
        const never = unmet(codebook, places);
        for (const line of never) await print(line);
        const language = createLanguage({ codebook });
        const examples = examplesOf(codebook);
        const found = examples.flatMap((example) => checkExample(example, codebook, language) ?? []);
        const failures = overrides ? await theirs(found) : found;
        for (const { example, reason } of failures)
          await print(`${colors.yellow(example.entry)}: ${reason}\n  ${example.text}`);
        await print(`${examples.length} examples, ${failures.length} coded otherwise than their entries say`);
        if (never.length > 0 || (failures.length > 0 && overrides)) process.exitCode = 1;
      } catch (error) {
        complain((error as Error).message);
      }
    });
}

/** Leaves out the failures of our own examples that a user's folder is not the cause of. */
async function theirs(failures: readonly ExampleFailure[]): Promise<ExampleFailure[]> {
  const { loadCodebook } = await import('../codebook/load.ts');
  const { createLanguage } = await import('../language/index.ts');
  const { checkExample, examplesOf } = await import('../coding/examples.ts');
  const ours = await loadCodebook();
  const language = createLanguage({ codebook: ours });
  const own = new Set(examplesOf(ours).map(({ text }) => text));
  return failures.filter(({ example }) => !own.has(example.text) || checkExample(example, ours, language) === null);
}

function whyCommand(): Command {
  return new Command('why')
    .description('the tree of a sentence, who is spoken of in it, the rules tried and what they gave')
    .argument('<sentence>')
    .option('--codebook <folder>', 'a folder of YAML files that add to the codebook or override it')
    .addHelpText('after', '\nExample:\n  dragoman codebook why "Turkey launched an offensive against the Kurds."')
    .action(async (text: string, { codebook: overrides }: { codebook?: string }) => {
      const { loadCodebook } = await import('../codebook/load.ts');
      const { createLanguage } = await import('../language/index.ts');
      const { explain } = await import('../coding/explain.ts');
      const { whyLines } = await import('./print/why.ts');
      try {
        const codebook = await loadCodebook({ overrides });
        await print(whyLines(explain(text, codebook, createLanguage({ codebook })), colors).join('\n'));
      } catch (error) {
        complain((error as Error).message);
      }
    });
}
