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
  return (
    <div className={css.scroll}>
      <table>
        {head.length > 0 && (
          <thead>
            <tr>
              {head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row) => (
            <Row key={row.join("|")} cells={row} />
          ))}
        </tbody>
        {foot.length > 0 && (
          <tfoot>
            <Row cells={foot} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Row({ cells }: { cells: readonly string[] }) {
  return (
    <tr>
      {cells.map((cell, index) => (
        <td key={`${index}:${cell}`}>{cell}</td>
      ))}
    </tr>
  );
}
