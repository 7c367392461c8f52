# Runs all Pester tests here and writes what became of each as JSON. Called by StravaTools.PowerShell.Tests, in a pwsh of its own.
param([Parameter(Mandatory)] [string]$ResultPath)
$pester = Get-Module Pester -ListAvailable | Where-Object Version -GE 5.5 | Sort-Object Version -Descending | Select-Object -First 1
$reason = if ($PSVersionTable.PSVersion -lt [version]'7.6') { "pwsh is $($PSVersionTable.PSVersion), and the module needs 7.6." }
elseif (-not $pester) { 'There is no Pester 5.5 or later: Install-PSResource Pester' }
if ($reason) {
    ConvertTo-Json @{ skipped = $reason; files = @() } | Set-Content $ResultPath
    return
}

Import-Module $pester.Path
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$run = Invoke-Pester -Configuration $configuration
$files = foreach ($container in $run.Containers) {
    # Errors outside of tests (discovery, BeforeAll) stand at the file or the block.
    $blocks = [System.Collections.Generic.List[object]]::new($container.Blocks)
    for ($i = 0; $i -lt $blocks.Count; $i++) { $blocks.AddRange(@($blocks[$i].Blocks)) }
    @{
        file = Split-Path $container.Item -Leaf
        errors = @(@($container.ErrorRecord) + @($blocks.ErrorRecord) | Where-Object { $_ } | ForEach-Object { "$_" })
        tests = @($run.Tests | Where-Object { $_.ScriptBlock.File -eq $container.Item.FullName } | ForEach-Object {
                @{ name = $_.ExpandedPath; result = "$($_.Result)"; message = ($_.ErrorRecord | ForEach-Object { "$($_.Exception.Message) $(@($_.ScriptStackTrace -split '\r?\n') -like "*$PSScriptRoot*" | Select-Object -First 1)" }) -join "`n" }
            })
    }
}
ConvertTo-Json @{ skipped = $null; files = @($files) } -Depth 5 | Set-Content $ResultPath
