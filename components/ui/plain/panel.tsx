import type { ReactNode } from "react";
import { Icon } from "./icon";

type PanelProps = {
  readonly title?: ReactNode;
  /** Between title and aside: a legend or a small button. */
  readonly tools?: ReactNode;
  /** Right in the head: as of when, or a link. */
  readonly aside?: ReactNode;
  /** Without padding, for a table or a waybill grid. */
  readonly isFlush?: boolean;
  readonly id?: string;
  readonly className?: string;
  /** On a phone one line that opens; `open` where something in it waits for the reader. Needs an id, and no link in its head. */
  readonly fold?: "closed" | "open" | undefined;
  readonly children: ReactNode;
};

/** A panel of which a phone shows the head, and what is in it once that is pressed. A desk shows all of it (panel-folds.ts). */
function FoldedPanel({ title, tools, aside, isFlush, id, className, fold, children }: PanelProps) {
  return (
    <details
      className={className ? `panel panel-fold ${className}` : "panel panel-fold"}
      id={id}
      open={fold === "open"}
    >
      <summary className="panel-head">
        <h2 className="panel-title">{title}</h2>
        {tools}
        {aside ? <span className="panel-aside">{aside}</span> : null}
        <Icon name="chevron-right" />
      </summary>
      {isFlush ? children : <div className="panel-body">{children}</div>}
    </details>
  );
}

/** The one level of boxes; a panel never stands in a panel. Drawn in the browser too: a page carries what stands in it, and not its elements. */
export function Panel(props: PanelProps) {
  const { title, tools = null, aside, isFlush = false, id, className, fold, children } = props;
  if (fold) return <FoldedPanel {...props} />;
  return (
    <section className={className ? `panel ${className}` : "panel"} {...(id && { id })}>
      {title && (
        <header className="panel-head">
          <h2 className="panel-title">{title}</h2>
          {tools}
          {aside ? <span className="panel-aside">{aside}</span> : null}
        </header>
      )}
      {isFlush ? children : <div className="panel-body">{children}</div>}
    </section>
  );
}
