BeforeDiscovery {
    $docs = [System.IO.Path]::GetFullPath("$PSScriptRoot/../../module/docs")
    $pages = Get-ChildItem "$docs/../../README.md", "$docs/*-*.md" | ForEach-Object { @{ Name = $_.BaseName; Page = $_.FullName } }
}

# Runs the examples of README and of each help page in order, in a folder with the files that they name, against one fake server.
BeforeAll {
    . $PSScriptRoot/Shared.ps1
    . $PSScriptRoot/Documents.ps1
    $files = Get-PSProvider FileSystem
    $userHome, $userPath, $userConfig = $files.Home, $env:PATH, $env:XDG_CONFIG_HOME
    $env:XDG_CONFIG_HOME = New-TestFolder
    # Pages remain for the browser.
    $userTemporary = $env:TMPDIR
    $env:TMPDIR = $env:TEMP = $env:TMP = New-TestFolder
    # Instead of the user's browser and of the user's jobs.
    $programs = New-TestFolder
    foreach ($name in 'xdg-open', 'open', 'systemctl', 'loginctl', 'launchctl') {
        $null = New-Text "$programs/$name" "#!/bin/sh`n"
        if (-not $IsWindows) { chmod +x "$programs/$name" }
    }
    $env:PATH = $programs + [System.IO.Path]::PathSeparator + $env:PATH

    function New-Folder {
        $folder = New-TestFolder
        $null = New-Item "$folder/module" -ItemType Directory
        Copy-Item $Samples "$folder/module" -Recurse
        foreach ($name in 'rides/monday.gpx', 'rides/tuesday.gpx', 'morning.gpx', 'inbox/wednesday.gpx', 'club-rides/thursday.gpx') { $null = New-Gpx "$folder/$name" }
        foreach ($name in 'rides/2026-05-01.fit', 'ride.fit') {
            New-Gpx "$folder/new.gpx" | Import-ActivityFile | Export-ActivityFile "$folder/$name"
            Remove-Item "$folder/new.gpx"
        }
        foreach ($name in 'finish.jpg', 'start.jpg', 'summit.jpg', 'ride/1.jpg') {
            $null = New-Item (Split-Path "$folder/$name") -ItemType Directory -Force
            Copy-Item $Photo "$folder/$name"
        }
        $null = New-Png "$folder/mat.png"
        $null = New-Text "$folder/workout.csv" "ExerciseType,Repetitions,Weight,Count`nBARBELL_BACK_SQUAT,8,80,3`n"
        $null = New-Text "$folder/activities.csv" "Name,SportType,StartTime,ElapsedTime`nYoga,Yoga,2025-05-02 07:30,1:00:00`n"
        $null = New-Text "$folder/changes.csv" "Id,Name`n$($script:upload.ActivityId),Renamed`n"
        $null = New-Text "$folder/route.csv" "Latitude,Longitude`n47.1,8.5`n47.2,8.6`n"
        $null = New-Text "$folder/photos.csv" "Path,ActivityId`nfinish.jpg,eu2a8ff4b670340f5144`n"
        $null = New-Text "$folder/rides.csv" "Path,Name`nrides/monday.gpx,Monday`n"
        $null = New-Text "$folder/strava-secret.txt" fake-client-secret
        Set-FileAge $folder
        $folder
    }

    # The examples name objects that only their authors have.
    function Convert-Example([string]$Code) {
        $Code = $Code -replace '12345678987654321', $script:upload.ActivityId -replace '16486788', $script:upload.Id -replace '231407', 1
        $Code = $Code -replace 'eu205bc29d9975f27cfb', 'eu2a8ff4b670340f5144' -replace '\bexit\b', '$exitCode ='
        $Code -replace "'http://127.0.0.1/callback.*'", '(Approve-Login $login)'
    }
}
AfterAll {
    Clear-Server
    $files.Home, $env:PATH, $env:XDG_CONFIG_HOME = $userHome, $userPath, $userConfig
    $env:TMPDIR = $env:TEMP = $env:TMP = $userTemporary
}

Describe 'The page of <Name>' -ForEach $pages {
    It 'has examples that run' {
        $text = (Get-Content $Page -Raw) -replace '\r'
        Use-Server -NoLimits
        # After the activities that the examples create, so that it is the latest one.
        if ($script:Day -lt 200) { $script:Day = 200 }
        if ($script:server.ProcessId -ne $script:uploadedTo) {
            $script:uploadedTo = $server.ProcessId
            $script:upload = New-TestFolder | ForEach-Object { New-Gpx "$_/ride.gpx" } | Send-StravaUpload -Wait
        }
        if ($Name -like '*Decathlon*') { $null = Add-DecathlonPhoto $Photo eu2a8ff4b670340f5144 }
        $files.Home = New-Folder
        Push-Location -LiteralPath $files.Home
        # Its report needs a run.
        if ($Name -eq 'Get-StravaSyncReport') { Sync-StravaFolder rides -MaxDuration 0:0:1 }
        try {
            # The tests of the packages install the module, and Start-StravaSync.Tests.ps1 has a database.
            foreach ($block in Get-Block $text | Where-Object { $_.Code -notmatch 'Install-PSResource|-Store ' }) {
                Use-Server -NoLimits
                $block.Code = Convert-Example $block.Code
                . Invoke-Block $block $text $Name
            }
        }
        finally {
            Pop-Location
            # These examples change the server.
            if ($Name -match '^(Add|Set|Import|Reset)-FakeStrava') { Stop-FakeStrava }
        }
    }
}
