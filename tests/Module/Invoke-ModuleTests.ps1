# Runs Pester tests and writes the results of each file to a JSON file of its name. Several processes with the same arguments share the files:
# each takes the next one that has no results yet.
param(
    [Parameter(Mandatory)] [string]$PesterPath,
    [Parameter(Mandatory)] [string]$ResultFolder,
    [Parameter(Mandatory, ValueFromRemainingArguments)] [string[]]$Path
)
$ErrorActionPreference = 'Stop'
Import-Module $PesterPath

function Invoke-File([string]$File) {
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $File
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'None'
    $run = Invoke-Pester -Configuration $configuration
    # Errors outside of tests (discovery, BeforeAll) stand at the file or the block.
    $container = $run.Containers[0]
    $blocks = [System.Collections.Generic.List[object]]::new($container.Blocks)
    for ($i = 0; $i -lt $blocks.Count; $i++) { $blocks.AddRange(@($blocks[$i].Blocks)) }
    @{
        file = Split-Path $File -Leaf
        errors = @(@($container.ErrorRecord) + @($blocks.ErrorRecord) | Where-Object { $_ } | ForEach-Object { "$_" })
        tests = @($run.Tests | ForEach-Object {
                @{ name = $_.ExpandedPath; result = "$($_.Result)"; message = ($_.ErrorRecord | ForEach-Object { "$($_.Exception.Message) $(@($_.ScriptStackTrace -split '\r?\n') -like "*$PSScriptRoot*" | Select-Object -First 1)" }) -join "`n" }
            })
    }
}

foreach ($file in $Path) {
    try { $results = [System.IO.File]::Open((Join-Path $ResultFolder "$(Split-Path $file -Leaf).json"), 'CreateNew') }
    catch [System.IO.IOException] { continue }
    try { $results.Write([System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json (Invoke-File $file) -Depth 5))) }
    finally { $results.Dispose() }
}
