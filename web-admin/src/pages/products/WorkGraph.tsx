import { useLingui } from "@lingui/react/macro";
import css from "./WorkGraph.module.css";
import { stagesOf } from "./work-graph";

type Node = { name: string; dependsOn: readonly number[]; lagHours: number };

const WIDTH = 132;
const HEIGHT = 32;
const GAP = 44;
const ROW = 44;

/** The order of work as a drawing from left to right, and the same in words for who does not see it. */
export function WorkGraph({ nodes }: { nodes: readonly Node[] }) {
  const { t } = useLingui();
  const stages = stagesOf(nodes);
  const lanes = new Map<number, number>();
  const places = stages.map((stage) => {
    const lane = lanes.get(stage) ?? 0;
    lanes.set(stage, lane + 1);
    return { x: Math.max(0, stage - 1) * (WIDTH + GAP) + 1, y: lane * ROW + 1 };
  });
  if (nodes.length < 2) return null;
  const width = Math.max(...places.map(({ x }) => x)) + WIDTH + 1;
  const height = Math.max(...lanes.values()) * ROW;
  const nameOf = (place: number): string => nodes[place - 1]?.name ?? `#${place}`;
  return (
    <figure className={css.figure}>
      <svg className={css.drawing} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden>
        {nodes.flatMap(({ dependsOn }, index) =>
          dependsOn.map((before) => {
            const [from, to] = [places[before - 1], places[index]];
            if (!from || !to) return null;
            const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
            return (
              <path key={`${before}-${index}`} d={`M${x1} ${y1} C${x1 + 22} ${y1} ${x2 - 22} ${y2} ${x2} ${y2}`} />
            );
          }),
        )}
        {nodes.map((node, index) => {
          const place = places[index] ?? { x: 0, y: 0 };
          return (
            <g
              key={`${index}:${node.name}`}
              transform={`translate(${place.x} ${place.y})`}
              data-stuck={stages[index] === 0 || undefined}
            >
              <rect width={WIDTH} height={HEIGHT} rx={6} />
              <text x={WIDTH / 2} y={HEIGHT / 2}>
                {shorten(node.name || `#${index + 1}`)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="visually-hidden">
        <ol>
          {nodes.map((node, index) => (
            <li key={`${index}:${node.name}`}>
              {node.dependsOn.length === 0
                ? t`${node.name}：立即开始`
                : t`${node.name}：在${node.dependsOn.map(nameOf).join("、")}验收之后`}
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}

const shorten = (name: string): string => (name.length > 9 ? `${name.slice(0, 8)}…` : name);
