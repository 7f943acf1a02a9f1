import { VisuallyHidden } from "@mantine/core";
import { EdgeLabelRenderer, type EdgeProps, useReactFlow } from "@xyflow/react";
import { headPath, moveClass, movePath } from "../../report/chart/ways.ts";
import { isKeyboard } from "./focus.ts";
import type { MoveEdge } from "./graph.tsx";

/** A way from a step to another, the thicker the more go there, with how many and how long. */
export function MoveLine({ data }: EdgeProps<MoveEdge>) {
  const flow = useReactFlow();
  if (data === undefined) return null;
  const { from, to, points, thick, label, gone } = data.move;
  const { stretch, moveWords, onChoose } = data.chosen;
  const { x, y } = label;
  const isOn = stretch?.step === from && stretch.next === to;
  return (
    <>
      <g className={`${moveClass(data.move)}${isOn ? " on" : ""}`}>
        <path className="line" d={movePath(points, thick)} strokeWidth={thick} />
        <path className="head" d={headPath(points, thick)} />
      </g>
      <EdgeLabelRenderer>
        <button
          type="button"
          className={`move-label nopan${gone ? "" : " nobody"}`}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          aria-pressed={isOn}
          onClick={() => onChoose({ step: from, next: to })}
          onFocus={({ target }) => isKeyboard(target) && void flow.setCenter(x, y, { zoom: flow.getZoom() })}
        >
          <VisuallyHidden>{moveWords(from, to)} </VisuallyHidden>
          {label.text}
        </button>
      </EdgeLabelRenderer>
    </>
  );
}
