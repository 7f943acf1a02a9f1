import { Handle, type NodeProps, Position, useReactFlow } from "@xyflow/react";
import { isKeyboard } from "./focus.ts";
import type { StepNode } from "./graph.tsx";

/** A step: what it is called, how many come, who answers, what is promised, how many come no further. */
export function StepBox({ data }: NodeProps<StepNode>) {
  const flow = useReactFlow();
  const { event, width, height, onPath, lines, x, y } = data.step;
  const { stretch, onChoose } = data.chosen;
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <button
        type="button"
        className={`step-box nopan ${onPath ? "meant" : "detour"}`}
        style={{ width, height }}
        aria-pressed={stretch?.step === event && stretch.next === undefined}
        onClick={() => onChoose({ step: event })}
        onFocus={({ target }) => isKeyboard(target) && void flow.setCenter(x, y, { zoom: flow.getZoom() })}
      >
        {lines.map(({ text, className }) => (
          <span key={className + text} className={className} title={text}>
            {text}
          </span>
        ))}
      </button>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </>
  );
}
