# Completion of "spec" (specwright) for PowerShell. It asks "spec" itself, so it stays right when spec is updated.

Register-ArgumentCompleter -Native -CommandName 'spec' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $before = @(
        $commandAst.CommandElements |
            Select-Object -Skip 1 |
            Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
            ForEach-Object {
                if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
                else { $_.Extent.Text }
            }
    )
    $answer = @(& spec __complete "=$wordToComplete" @before 2>$null)
    # Where nothing is returned PowerShell completes files, which is right for files and folders.
    if ($answer.Count -lt 2 -or ($answer[0] -ne 'words' -and $answer[0] -ne 'open')) { return }
    foreach ($line in $answer[1..($answer.Count - 1)]) {
        $text, $describe = $line -split "`t", 2
        if (-not $text) { continue }
        if (-not $describe) { $describe = $text }
        [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $describe)
    }
}
