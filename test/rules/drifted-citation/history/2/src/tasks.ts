// Reads tasks.

export function parseTasks(text: string): Task[] {
  const lines = text.split("\n")
  return lines.filter(isTask).map(taskOf)
}

function isTask(line: string): boolean {
  return line.startsWith("- [")
}

function taskOf(line: string): Task {
  return {done: line.startsWith("- [X]"), text: line.slice(6)}
}
