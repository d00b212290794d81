/** Teaches swc's visitor, with which dependency-cruiser reads, the one statement it does not know: `using`. */
import type { Statement, VariableDeclarator } from '@swc/core';

interface UsingDeclaration {
  readonly type: 'UsingDeclaration';
  readonly decls: VariableDeclarator[];
}

interface ReadsStatements {
  visitStatement(statement: Statement | UsingDeclaration): Statement | UsingDeclaration;
  visitVariableDeclarators(declarators: VariableDeclarator[]): VariableDeclarator[];
}

/** Without swc there is nothing to teach, and the check says by itself that nothing was read. */
export async function readUsing(): Promise<void> {
  const swc = await import('@swc/core/Visitor.js').catch(() => undefined);
  if (!swc) return;
  const visitor: ReadsStatements = swc.Visitor.prototype;
  const { visitStatement } = visitor;
  visitor.visitStatement = function (statement) {
    if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement);
    return { ...statement, decls: this.visitVariableDeclarators(statement.decls) };
  };
}
