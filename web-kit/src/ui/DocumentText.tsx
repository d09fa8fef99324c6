import { useLingui } from "@lingui/react/macro";
import css from "./DocumentText.module.css";

export type TextBlock = {
  readonly kind: "HEADING" | "PARAGRAPH" | "FACTS" | "TABLE" | "SIGNATURES";
  readonly text?: string | null;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly foot: readonly string[];
};

/** A document's words as they are printed, without the look of paper. */
export function DocumentText({ blocks }: { blocks: readonly TextBlock[] }) {
  return (
    <div className={css.document}>
      {blocks.map((block, index) => (
        // Blocks have no names of their own and never move.
        <Block key={`${index}:${block.kind}`} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: TextBlock }) {
  switch (block.kind) {
    case "HEADING":
      return <h3>{block.text}</h3>;
    case "PARAGRAPH":
      return <p>{block.text}</p>;
    case "SIGNATURES":
      return (
        <ul className={css.boxes}>
          {block.head.map((role, index) => (
            <li key={role}>
              <strong>{role}</strong>
              <div>{block.rows[0]?.[index]}</div>
            </li>
          ))}
        </ul>
      );
    default:
      return <TableBlock block={block} />;
  }
}

function TableBlock({ block: { head, rows, foot } }: { block: TextBlock }) {
  const { t } = useLingui();
  const amounts = amountColumns(rows);
  return (
    // A scrolling region is reached by keyboard only when it takes the focus itself.
    <div className={css.scroll} role="region" aria-label={t`表格`} tabIndex={0}>
      <table>
        {head.length > 0 && (
          <thead>
            <tr>
              {head.map((title, index) => (
                <th key={title} scope="col" data-amount={amounts.has(index) || undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            // Rows may say the same twice and never move.
            <Row key={`${index}:${row[0]}`} cells={row} amounts={amounts} />
          ))}
        </tbody>
        {foot.length > 0 && (
          <tfoot>
            <Row cells={foot} amounts={amounts} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** The columns with nothing but amounts: they stand at the right, as on paper. */
function amountColumns(rows: TextBlock["rows"]): ReadonlySet<number> {
  const columns = [...(rows[0] ?? []).keys()].slice(1);
  return new Set(
    columns.filter((column) => {
      const said = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "" && cell !== "—");
      return said.length > 0 && said.every((cell) => /^[-−]?¥/u.test(cell));
    }),
  );
}

function Row({ cells, amounts }: { cells: readonly string[]; amounts: ReadonlySet<number> }) {
  return (
    <tr>
      {cells.map((cell, index) => (
        <td key={`${index}:${cell}`} data-amount={amounts.has(index) || undefined}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
