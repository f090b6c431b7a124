import type { ReactNode } from "react";

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
  readonly children: ReactNode;
};

/** The one level of boxes; a panel never stands in a panel. Drawn in the browser too: a page carries what stands in it, and not its elements. */
export function Panel({ title, tools = null, aside, isFlush = false, id, className, children }: PanelProps) {
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
