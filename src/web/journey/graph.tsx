import "@xyflow/react/dist/base.css";
import "./graph.css";
import { ActionIcon, Group } from "@mantine/core";
import {
  type Edge,
  type Node,
  Panel,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { PlacedMove, PlacedStep, PlacedWays } from "../../report/chart/ways.ts";
import { frameHeight, SMALLEST, TOOLS_ROOM } from "./lay-out.ts";
import { MoveLine } from "./move-line.tsx";
import type { Stretch } from "./query.ts";
import { StepBox } from "./step-box.tsx";

export interface Chosen {
  /** What a way says to who cannot see it. */
  readonly moveWords: (from: string, to: string) => string;
  readonly stretch: Stretch | undefined;
  readonly onChoose: (stretch: Stretch) => void;
}
export type StepNode = Node<{ readonly step: PlacedStep; readonly chosen: Chosen }, "step">;
export type MoveEdge = Edge<{ readonly move: PlacedMove; readonly chosen: Chosen }, "move">;

const nodeTypes = { step: StepBox };
const edgeTypes = { move: MoveLine };
/** A journey as it is gone, to move about in; each step and way is a button. */
export function Graph({ ways, ...chosen }: { readonly ways: PlacedWays } & Chosen) {
  const t = useTranslations("journey");
  return (
    <section className="graph ways" style={{ height: frameHeight(ways) }} aria-label={t("picture")}>
      {/* What is laid out anew is looked at from its top. */}
      <ReactFlowProvider key={`${ways.width} ${ways.height}`}>
        <ReactFlow<StepNode, MoveEdge>
          nodes={ways.steps.map((step) => nodeOf(step, chosen))}
          edges={ways.moves.map((move) => edgeOf(move, chosen))}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          zoomOnScroll={false}
          preventScrolling={false}
          zoomOnDoubleClick={false}
          minZoom={0.2}
          maxZoom={2}
          proOptions={{ hideAttribution: true }}
        >
          <FromTop wide={ways.width} first={ways.steps[0]?.x} />
          <Tools />
        </ReactFlow>
      </ReactFlowProvider>
    </section>
  );
}

/** Looks at the picture from its top, and again when there is more or less room for it: `first` is where its first step stands. */
function FromTop({ wide, first }: { readonly wide: number; readonly first: number | undefined }) {
  const flow = useReactFlow();
  const room = useStore(({ width }) => width);
  useEffect(() => {
    if (room === 0) return;
    const zoom = Math.max(SMALLEST, Math.min(1, room / wide));
    const over = wide * zoom > room;
    const x = over && first !== undefined ? room / 2 - first * zoom : (room - wide * zoom) / 2;
    void flow.setViewport({ x, y: TOOLS_ROOM, zoom });
  }, [flow, room, wide, first]);
  return null;
}

function nodeOf(step: PlacedStep, chosen: Chosen): StepNode {
  const { x, y, width, height } = step;
  return {
    id: step.event,
    type: "step",
    position: { x: x - width / 2, y: y - height / 2 },
    width,
    height,
    sourcePosition: Position.Bottom,
    targetPosition: Position.Top,
    data: { step, chosen },
  };
}

const edgeOf = (move: PlacedMove, chosen: Chosen): MoveEdge => ({
  id: JSON.stringify([move.from, move.to]),
  type: "move",
  source: move.from,
  target: move.to,
  data: { move, chosen },
});

function Tools() {
  const t = useTranslations("journey");
  const flow = useReactFlow();
  const tools = [
    { label: t("zoomIn"), icon: ZoomIn, act: () => flow.zoomIn() },
    { label: t("zoomOut"), icon: ZoomOut, act: () => flow.zoomOut() },
    { label: t("fit"), icon: Maximize, act: () => flow.fitView() },
  ];
  return (
    <Panel position="top-right">
      <Group gap={4}>
        {tools.map(({ label, icon: Icon, act }) => (
          <ActionIcon
            key={label}
            variant="default"
            size="md"
            aria-label={label}
            title={label}
            onClick={() => void act()}
          >
            <Icon size={15} aria-hidden="true" />
          </ActionIcon>
        ))}
      </Group>
    </Panel>
  );
}
