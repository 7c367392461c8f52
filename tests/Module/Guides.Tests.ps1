BeforeDiscovery {
    $docs = [System.IO.Path]::GetFullPath("$PSScriptRoot/../../module/docs")
    # tokens.md is the last one, because it revokes the login.
    $pages = Get-ChildItem "$docs/errors.md", "$docs/guides/*.md", "$docs/concepts/*.md" | ForEach-Object { @{ Name = "$($_.Directory.Name)/$($_.Name)"; Page = $_.FullName } }
}

# Runs the code of each page in order, in a folder with the files that the pages name, against one fake server.
BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $env:STRAVATOOLS_TOKEN_STORE = Join-Path $TestDrive 'tokens'
    $env:STRAVATOOLS_STATE = Join-Path $TestDrive 'state'

    # A page may stop all fakes, and then the variables are empty again.
    function Use-Server {
        if (-not $script:server -or -not (Get-Process -Id $server.ProcessId -ErrorAction Ignore)) { $script:server = Start-FakeStrava }
        $env:STRAVA_BASE_URI = $env:DECATHLON_BASE_URI = $server.Url
        $env:STRAVA_ACCESS_TOKEN, $env:DECATHLON_ACCESS_TOKEN = $server.AccessToken, $server.DecathlonAccessToken
        $env:DECATHLON_API_KEY = $server.DecathlonApiKey
    }

    function New-Folder {
        $folder = New-TestFolder
        foreach ($name in 'rides/monday.gpx', 'rides/tuesday.gpx', 'wednesday.gpx', 'thursday.gpx', 'ride [1].gpx') { $null = New-Gpx "$folder/$name" }
        Copy-Item "$Samples/planned-route.gpx" "$folder/rides"
        Copy-Item $Photo "$folder/finish.jpg"
        New-Png "$folder/map.png"
        $null = New-Text "$folder/workout.csv" "ExerciseType,Repetitions,Weight,Count`nBARBELL_BACK_SQUAT,8,80,3`nKETTLEBELL_SWING,20,16,5`n"
        $folder
    }

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
}
AfterAll {
    Stop-FakeStrava
    foreach ($name in 'STRAVA_BASE_URI', 'STRAVA_ACCESS_TOKEN', 'DECATHLON_BASE_URI', 'DECATHLON_ACCESS_TOKEN', 'DECATHLON_API_KEY', 'STRAVATOOLS_TOKEN_STORE', 'STRAVATOOLS_STATE') {
        [System.Environment]::SetEnvironmentVariable($name, $null)
    }
}

Describe 'The page <Name>' -ForEach $pages {
    It 'has code that runs and shows the output on the page' {
        $text = (Get-Content $Page -Raw) -replace '\r'
        Use-Server
        Push-Location -LiteralPath (New-Folder)
        try {
            foreach ($block in Get-Block $text) {
                $where = "line $($block.Line) of $Name"
                $output, $problems = @(. ([scriptblock]::Create($block.Code)) 2>&1).Where({ $_ -isnot [System.Management.Automation.ErrorRecord] }, 'Split')
                foreach ($problem in $problems) {
                    $id = ($problem.FullyQualifiedErrorId -split ',')[0]
                    $text.Contains("``$id``") | Should -BeTrue -Because "the page explains the error of $where`: $id $problem"
                }
                if ($block.Output) { Get-Line $output | Should -Be (Get-Line $block.Output) -Because $where }
            }
        }
        finally { Pop-Location }
    }
}
