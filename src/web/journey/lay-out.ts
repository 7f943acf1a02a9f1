import { graphlib, layout } from "@dagrejs/dagre";
import { LINE_HEIGHT, type PlacedStep, type PlacedWays, type Point, STEP_ROOM } from "../../report/chart/ways.ts";
import type { JourneyMap, Move } from "./map.ts";
import type { Step } from "./query.ts";

const STEP_WIDTH = 232;
const THICKEST = 9;

/** What is written on a step and on a way. */
export interface Wording {
  readonly lines: (step: Step) => PlacedStep["lines"];
  readonly label: (move: Move) => string;
}

/** Where each step stands, from the top down, and how the ways run between them, after Sugiyama's method (dagre). */
export function layOut({ steps, moves }: JourneyMap, { lines, label }: Wording): PlacedWays {
  const graph = new graphlib.Graph({ multigraph: false, compound: false });
  graph.setGraph({ rankdir: "TB", nodesep: 34, edgesep: 18, ranksep: 42, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const worded = steps.map((step) => ({ step, lines: lines(step) }));
  for (const one of worded)
    graph.setNode(one.step.event, {
      width: STEP_WIDTH,
      height: one.lines.length * LINE_HEIGHT + 2 * STEP_ROOM,
    });
  for (const move of moves)
    graph.setEdge(move.from, move.to, {
      width: widthOf(label(move)),
      height: 26,
      labelpos: "c",
      weight: move.meant ? 20 : 1,
    });
  layout(graph);
  const most = Math.max(1, ...moves.map(({ count }) => count));
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    steps: worded.map(({ step, lines }) => ({
      ...(graph.node(step.event) as Point & { width: number; height: number }),
      event: step.event,
      onPath: step.on_path,
      lines,
    })),
    moves: moves.map((move) => {
      const text = label(move);
      const placed =
        move.from === move.to
          ? loopBeside(graph.node(move.from) as Point & { width: number }, widthOf(text))
          : (graph.edge(move.from, move.to) as Point & { points: readonly Point[] });
      return {
        from: move.from,
        to: move.to,
        points: placed.points,
        label: { x: placed.x, y: placed.y, text, width: widthOf(text) },
        thick: move.count === 0 ? 1.5 : 1.5 + (THICKEST - 1.5) * Math.sqrt(move.count / most),
        meant: move.meant,
        gone: move.count > 0,
      };
    }),
  };
}

/** A way from a step to itself, to the right of it. */
function loopBeside({ x, y, width }: Point & { width: number }, room: number): Point & { points: readonly Point[] } {
  const right = x + width / 2;
  const points = [
    { x: right, y: y - 12 },
    { x: right + 30, y: y - 16 },
    { x: right + 30, y: y + 16 },
    { x: right + 2, y: y + 12 },
  ];
  return { x: right + 26 + room / 2, y, points };
}

/** Above the drawing, for what one moves it with. In px. */
export const TOOLS_ROOM = 44;
/** What is wider than its frame is drawn smaller, but never so small that nobody can read it. */
export const SMALLEST = 0.62;
/** As high as the drawing in a frame of that width; of what is higher than a few screens a part is seen. */
export const frameHeight = ({ width, height }: Pick<PlacedWays, "width" | "height">): string =>
  `min(2400px, ${TOOLS_ROOM + 8}px + clamp(${SMALLEST * height}px, ${(100 * height) / width}cqw, ${height}px))`;

const widthOf = (text: string): number => 14 + 6.6 * text.length;
