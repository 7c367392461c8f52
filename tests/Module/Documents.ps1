# Shared by the tests that run the code of documents: the server, the person, and the code blocks. Dot-sourced after Shared.ps1.
$env:STRAVATOOLS_TOKEN_STORE = Join-Path $TestDrive 'tokens'
$env:STRAVATOOLS_STATE = Join-Path $TestDrive 'state'

# A page may stop all fakes, and then the variables are empty again.
function Use-Server([switch]$NoLimits) {
    if (-not $script:server -or -not (Get-Process -Id $server.ProcessId -ErrorAction Ignore)) { $script:server = Start-FakeStrava -Partner -NoLimits:$NoLimits }
    $env:STRAVA_BASE_URI = $env:DECATHLON_BASE_URI = $server.Url
    $env:STRAVA_ACCESS_TOKEN, $env:DECATHLON_ACCESS_TOKEN = $server.AccessToken, $server.DecathlonAccessToken
    $env:DECATHLON_API_KEY = $server.DecathlonApiKey
}

# Sync-StravaFolder waits until nobody has written to a file for some seconds.
function Set-FileAge([string]$Folder) { Get-ChildItem $Folder -Recurse -File | ForEach-Object { $_.LastWriteTime = (Get-Date).AddHours(-1) } }

# Stand-ins for the person: the answers at the prompt, and the login in the browser.
function Read-Host([string]$Prompt, [switch]$AsSecureString) {
    if ($AsSecureString) { return ConvertTo-Secret fake-client-secret }
    if ($Prompt -eq 'Address') { return Approve-Login $script:login }
    $server.DecathlonApiKey
}
function Approve-Login($Login) {
    $page = Invoke-WebRequest $Login.Url -MaximumRedirection 0 -SkipHttpErrorCheck -ErrorAction Ignore
    if ($page.Headers.Location) { return $page.Headers.Location[0] }
    $form = @{}
    foreach ($field in [regex]::Matches($page.Content, 'type="hidden" name="(\w+)" value="([^"]*)"')) {
        $form[$field.Groups[1].Value] = [System.Net.WebUtility]::HtmlDecode($field.Groups[2].Value)
    }
    $form.Remove('has_boxes')
    $form.decision = 'allow'
    (Invoke-WebRequest "$($server.Url)oauth/authorize" -Method Post -Body $form -MaximumRedirection 0 -SkipHttpErrorCheck -ErrorAction Ignore).Headers.Location[0]
}
function Connect-Strava {
    param($ClientId, $ClientSecret, [string[]]$Scope, [string]$Profile, [switch]$NoListener, [uri]$RedirectedUrl, [Parameter(ValueFromPipeline)]$Authorization)
    process {
        Use-Server
        # From here on the login is used.
        $env:STRAVA_ACCESS_TOKEN = $null
        if ($Authorization -is [securestring]) { return $Authorization | StravaTools\Connect-Strava }
        if ($RedirectedUrl) { return $Authorization | StravaTools\Connect-Strava -RedirectedUrl $RedirectedUrl }
        $more = @{}
        if ($Scope) { $more.Scope = $Scope }
        $name = if ($Profile) { @{ Profile = $Profile } } else { @{} }
        $script:login = StravaTools\Connect-Strava 1 $ClientSecret -NoListener @more @name
        if ($NoListener) { return $script:login }
        $script:login | StravaTools\Connect-Strava -RedirectedUrl (Approve-Login $script:login) @name
    }
}
function Connect-Decathlon($ClientId) {
    $request = StravaTools\Connect-Decathlon fake-client -NoListener
    $request | StravaTools\Connect-Decathlon -RedirectedUrl (Approve-Login $request)
    $env:DECATHLON_ACCESS_TOKEN = $null
}

# The code blocks of a page; Output is the block of output that follows, if there is one.
function Get-Block([string]$Text) {
    foreach ($match in [regex]::Matches($Text, '(?s)```powershell\n(.*?)```\n(?:```output\n(.*?)```)?')) {
        @{
            Line = ($Text.Substring(0, $match.Index) -split '\n').Count
            Code = $match.Groups[1].Value
            Output = if ($match.Groups[2].Success) { $match.Groups[2].Value }
        }
    }
}
function Get-Line($Output) { @(($Output | Out-String -Width 120) -split '\r?\n' | ForEach-Object TrimEnd | Where-Object { $_ }) }

# Runs a code block. Its errors are those that the page explains, and its output is what the page shows.
function Invoke-Block($Block, [string]$Text, [string]$Name) {
    $where = "line $($Block.Line) of $Name"
    $output, $problems = @(. ([scriptblock]::Create($Block.Code)) 2>&1).Where({ $_ -isnot [System.Management.Automation.ErrorRecord] }, 'Split')
    foreach ($problem in $problems) {
        $id = ($problem.FullyQualifiedErrorId -split ',')[0]
        $Text -cmatch "\b$id\b" | Should -BeTrue -Because "the page explains the error of $where`: $id $problem"
    }
    if ($Block.Output) { Get-Line $output | Should -Be (Get-Line $Block.Output) -Because $where }
}

function Clear-Server {
    Stop-FakeStrava
    foreach ($name in 'STRAVA_BASE_URI', 'STRAVA_ACCESS_TOKEN', 'DECATHLON_BASE_URI', 'DECATHLON_ACCESS_TOKEN', 'DECATHLON_API_KEY', 'STRAVA_CLIENT_ID', 'STRAVA_CLIENT_SECRET', 'STRAVATOOLS_TOKEN_STORE', 'STRAVATOOLS_STATE') {
        [System.Environment]::SetEnvironmentVariable($name, $null)
    }
}
