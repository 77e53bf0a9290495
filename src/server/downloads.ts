import { Hono } from 'hono';
import type { z } from 'zod';
import { type Exported, exportTable, TABLE_FORMATS, type TableFormat } from '../library/export/index.ts';
import type { Library } from '../library/open.ts';
import { inWords } from './mistakes.ts';
import { actorQuery, eventQuery, statementQuery } from './schema.ts';

const KINDS: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

/** Without it spreadsheets take the letters of a file that is opened with a click for those of some older code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The lists of the reading room as files: their address with `.csv`, `.jsonl` or `.parquet` added, filtered alike. */
export function downloads(library: Library): Hono {
  const app = new Hono();
  for (const format of TABLE_FORMATS) {
    const offer = <Query extends z.ZodType>(
      what: Exported['what'],
      query: Query,
      exported: (filter: z.output<Query>) => Exported,
    ) =>
      app.get(`/${what}.${format}`, (context) => {
        const asked = query.safeParse(context.req.query());
        if (!asked.success) return context.json({ error: inWords(asked.error) }, 400);
        return new Response(streamOf(exportTable(library, exported(asked.data), format), format), {
          headers: {
            'Content-Type': KINDS[format],
            'Content-Disposition': `attachment; filename="dragoman-${what}.${format}"`,
          },
        });
      });
    offer('events', eventQuery, (filter) => ({ what: 'events', filter }));
    offer('statements', statementQuery, (filter) => ({ what: 'statements', filter }));
    offer('actors', actorQuery, (filter) => ({ what: 'actors', filter }));
  }
  return app;
}

/** Pieces as they are asked for: a slow download holds no more than one of them in memory. */
function streamOf(pieces: AsyncGenerator<string | Uint8Array>, format: TableFormat): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const bytes = (piece: string | Uint8Array) => (typeof piece === 'string' ? encoder.encode(piece) : piece);
  return new ReadableStream({
    start(controller) {
      if (format === 'csv') controller.enqueue(bytes(BYTE_ORDER_MARK));
    },
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(bytes(value));
      } catch (error) {
        // The answer has begun: breaking it off is all that tells the browser. The terminal says why.
        console.error(error);
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
