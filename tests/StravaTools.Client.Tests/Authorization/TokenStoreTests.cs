using System.Formats.Tar;
using StravaTools.Client.Tests.Support;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Authorization;

/// <summary>Stored tokens are private, written completely or not at all, and locked during a refresh.</summary>
public sealed class TokenStoreTests : IDisposable
{
    private const string Name = "decathlon-example-443";
    private static readonly StoredTokens Tokens = new()
    {
        AccessToken = "fake-access",
        RefreshToken = "fake-refresh",
        ExpiresAt = DateTimeOffset.UnixEpoch,
        ClientId = "client",
        ClientSecret = "fake-secret",
    };

    private readonly TemporaryFolder _folder = new();
    private readonly TokenStore _store;

    public TokenStoreTests() => _store = new TokenStore(Path.Combine(_folder.Path, "tokens"), TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Stored_tokens_are_read_back_and_no_other_file_remains()
    {
        Assert.Null(await _store.ReadAsync(Name, Cancellation));

        await StoreAsync(Tokens);
        await StoreAsync(Tokens with { Scope = "read" });

        Assert.Equal(Tokens with { Scope = "read", Generation = 2 }, await _store.ReadAsync(Name, Cancellation));
        Assert.Equal([_store.GetPath(Name), LockPath], Directory.GetFiles(_store.Folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_store()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access control lists instead of modes.");
        await StoreAsync(Tokens);
        using var held = await _store.LockAsync(Name, Cancellation);

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.All(Directory.GetFiles(_store.Folder), path => Assert.Equal(Owner, ModeOf(path)));
        Assert.Equal(Owner | UnixFileMode.UserExecute, ModeOf(_store.Folder));
    }

    [Fact]
    public async Task Damaged_file_is_an_error_without_secrets()
    {
        Directory.CreateDirectory(_store.Folder);
        await File.WriteAllTextAsync(_store.GetPath(Name), $$"""{"access_token":"{{Token}}" """, Cancellation);

        await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () => _store.ReadAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Folder_that_cannot_be_created_is_an_error()
    {
        var store = new TokenStore(Path.Combine(_folder.Add("file", []), "tokens"), TimeProvider.System);

        await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () => store.LockAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Folder_in_place_of_the_file_is_an_error_without_temporary_files()
    {
        Directory.CreateDirectory(_store.GetPath(Name));

        await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () => _store.ReadAsync(Name, Cancellation));
        using var alone = await _store.LockAsync(Name, Cancellation);
        Assert.Equal(ApiErrors.TokenStoreUnusable, Assert.Throws<ApiException>(alone.Reserve).Error);
        Assert.Equal(ApiErrors.TokenStoreUnusable, Assert.Throws<ApiException>(alone.Delete).Error);
        Assert.Equal([LockPath], Directory.GetFiles(_store.Folder));
    }

    [Fact]
    public async Task Tokens_that_an_interrupted_process_had_written_are_used_and_its_other_files_are_deleted()
    {
        await StoreAsync(Tokens);
        await LeaveAsync("1", Tokens with { RefreshToken = "fake-newest", Generation = 3 });
        await LeaveAsync("2", Tokens with { RefreshToken = "fake-newer", Generation = 2 });
        await LeaveAsync("3", Tokens with { RefreshToken = "fake-stale", Generation = 1 });
        await File.WriteAllTextAsync(_store.GetPath(Name) + ".4.tmp", """{"access_token":"fake-t   """, Cancellation);

        using (var alone = await _store.LockAsync(Name, Cancellation))
        {
            Assert.Equal("fake-newest", (await alone.ReadAsync(Cancellation))!.RefreshToken);
        }

        Assert.Equal([_store.GetPath(Name), LockPath], Directory.GetFiles(_store.Folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Temporary_file_does_not_undo_a_logout()
    {
        await StoreAsync(Tokens);
        using (var alone = await _store.LockAsync(Name, Cancellation))
        {
            alone.Delete();
        }

        await LeaveAsync("1", Tokens with { Generation = 9 });
        (await _store.LockAsync(Name, Cancellation)).Dispose();

        Assert.Null(await _store.ReadAsync(Name, Cancellation));
        Assert.Equal([LockPath], Directory.GetFiles(_store.Folder));
    }

    [Fact]
    public async Task Replacing_is_retried_for_two_seconds_and_the_new_tokens_are_kept()
    {
        var clock = new ManualTimeProvider();
        var store = new TokenStore(_store.Folder, clock);
        await StoreAsync(Tokens);
        using (var alone = await store.LockAsync(Name, Cancellation))
        {
            using var reservation = alone.Reserve();
            // Like a program that has the file open on Windows.
            File.Delete(store.GetPath(Name));
            Directory.CreateDirectory(store.GetPath(Name));
            var started = clock.GetUtcNow();
            await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () => clock.RunAsync(WriteAsync(reservation)));
            Assert.InRange(clock.GetUtcNow() - started, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.2));
        }

        Directory.Delete(store.GetPath(Name));
        await File.WriteAllTextAsync(store.GetPath(Name), "damaged", Cancellation);
        (await _store.LockAsync(Name, Cancellation)).Dispose();
        Assert.Equal("fake-new", (await _store.ReadAsync(Name, Cancellation))!.RefreshToken);

        static async Task<bool> WriteAsync(TokenReservation reservation)
        {
            await reservation.WriteAsync(Tokens with { RefreshToken = "fake-new" });
            return true;
        }
    }

    [Fact]
    public async Task Sharing_violation_is_retried_for_two_seconds_and_the_new_tokens_are_kept()
    {
        var clock = new ManualTimeProvider();
        var disk = new FailingDisk { Failures = int.MaxValue };
        var store = new TokenStore(_store.Folder, clock) { Disk = disk };
        await StoreAsync(Tokens);
        using (var alone = await store.LockAsync(Name, Cancellation))
        {
            using var reservation = alone.Reserve();
            var started = clock.GetUtcNow();
            await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () => clock.RunAsync(WriteAsync(reservation)));
            Assert.InRange(clock.GetUtcNow() - started, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.2));
            Assert.InRange(disk.Steps.Count, 20, 50);
        }

        disk.Failures = 3;
        (await clock.RunAsync(store.LockAsync(Name, Cancellation))).Dispose();
        Assert.Equal("fake-new", (await _store.ReadAsync(Name, Cancellation))!.RefreshToken);

        static async Task<bool> WriteAsync(TokenReservation reservation)
        {
            await reservation.WriteAsync(Tokens with { RefreshToken = "fake-new" });
            return true;
        }
    }

    [Fact]
    public async Task Folder_is_flushed_after_the_rename()
    {
        var disk = new FailingDisk();
        var store = new TokenStore(_store.Folder, TimeProvider.System) { Disk = disk };
        using var alone = await store.LockAsync(Name, Cancellation);
        using var reservation = alone.Reserve();
        await reservation.WriteAsync(Tokens);

        Assert.Equal(["replace", $"flush {_store.Folder}"], disk.Steps);
    }

    [Fact]
    public void Flush_of_a_folder_reaches_the_disk()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows flushes no folders.");
        Assert.True(new LocalDisk().FlushFolder(Path.GetDirectoryName(_folder.Add("tokens.json", []))!));
        Assert.False(new LocalDisk().FlushFolder(Path.Combine(_folder.Path, "missing")));
    }

    [Fact]
    public async Task Reader_lets_other_programs_replace_the_file_on_Windows()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "Other systems do not lock files that are open.");
        await StoreAsync(Tokens);
        var path = _store.GetPath(Name);
        await using var reader = TokenFile.OpenForReading(path);
        // The option requires access to delete the file, which replacing it requires, too.
        const FileShare All = FileShare.ReadWrite | FileShare.Delete;
        await using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, All, 1, FileOptions.DeleteOnClose))
        {
            Assert.NotEqual(-1, reader.ReadByte());
        }
    }

    [Fact]
    public async Task Replacing_succeeds_when_the_other_program_closes_the_file()
    {
        var clock = new ManualTimeProvider();
        var store = new TokenStore(_store.Folder, clock);
        using var alone = await store.LockAsync(Name, Cancellation);
        using var reservation = alone.Reserve();
        Directory.CreateDirectory(store.GetPath(Name));
        var writing = reservation.WriteAsync(Tokens);
        await clock.WaitingAsync(Cancellation);
        Directory.Delete(store.GetPath(Name));
        clock.Advance(TimeSpan.FromMilliseconds(100));
        await writing;

        Assert.Equal(Tokens with { Generation = 1 }, await store.ReadAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Symbolic_link_is_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Creating links requires a privilege on Windows.");
        await StoreAsync(Tokens);
        var elsewhere = new TokenStore(Path.Combine(_folder.Path, "links"), TimeProvider.System);
        Directory.CreateDirectory(elsewhere.Folder);
        File.CreateSymbolicLink(elsewhere.GetPath(Name), _store.GetPath(Name));

        using (var alone = await elsewhere.LockAsync(Name, Cancellation))
        {
            await alone.WriteAsync(Tokens with { RefreshToken = "fake-new" });
        }

        Assert.NotNull(new FileInfo(elsewhere.GetPath(Name)).LinkTarget);
        Assert.Equal("fake-new", (await _store.ReadAsync(Name, Cancellation))!.RefreshToken);
        Assert.Equal("fake-new", (await elsewhere.ReadAsync(Name, Cancellation))!.RefreshToken);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task Store_that_others_can_write_is_not_trusted(UnixFileMode more)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access control lists instead of modes.");
        await StoreAsync(Tokens);
        foreach (var path in new[] { _store.GetPath(Name), _store.Folder })
        {
            var mode = ModeOf(path);
            SetMode(path, mode | more);
            var error = await AssertErrorAsync(ApiErrors.TokenStoreNotPrivate, () => _store.ReadAsync(Name, Cancellation));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            await AssertErrorAsync(ApiErrors.TokenStoreNotPrivate, () => _store.LockAsync(Name, Cancellation));
            SetMode(path, mode);
        }

        Assert.NotNull(await _store.ReadAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Store_of_another_user_is_not_trusted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "Only root can give files away.");
        RequiredTool.OnPath("chown");
        await StoreAsync(Tokens);
        using (var chown = System.Diagnostics.Process.Start("chown", ["65534", _store.GetPath(Name)]))
        {
            await chown.WaitForExitAsync(Cancellation);
        }

        var error = await AssertErrorAsync(ApiErrors.TokenStoreNotPrivate, () => _store.ReadAsync(Name, Cancellation));
        Assert.Contains("belongs to another user", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Device_is_not_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "Devices belong to root.");
        Directory.CreateDirectory(_store.Folder);
        File.CreateSymbolicLink(_store.GetPath(Name), "/dev/zero");

        await Assert.ThrowsAsync<ApiException>(() => _store.ReadAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Pipe_is_not_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems do not report the type of a file in a known form.");
        await StoreAsync(Tokens);
        File.Delete(_store.GetPath(Name));
        var pipe = new PaxTarEntry(TarEntryType.Fifo, Name) { Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await pipe.ExtractToFileAsync(_store.GetPath(Name), overwrite: false, Cancellation);

        await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () => _store.ReadAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Profiles_are_separate_logins()
    {
        var server = new Uri("https://www.strava.com/");
        foreach (var profile in new[] { null, "Work", "club_2" })
        {
            using var alone = await _store.LockAsync(TokenStore.NameFor("strava", server, profile), Cancellation);
            await alone.WriteAsync(Tokens with { ClientId = profile ?? "default" });
        }

        Assert.Equal([null, "club_2", "work"], _store.GetProfiles("strava", server));
        Assert.Empty(_store.GetProfiles("strava", new Uri("https://other.example/")));
        Assert.Empty(new TokenStore(Path.Combine(_folder.Path, "none"), TimeProvider.System).GetProfiles("strava", server));
        Assert.Equal("Work", (await _store.ReadAsync(TokenStore.NameFor("strava", server, "WORK"), Cancellation))!.ClientId);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a b")]
    [InlineData("a~b")]
    [InlineData("ü")]
    public void Profile_name_cannot_leave_the_folder(string profile) => Assert.Equal(
        ApiErrors.InvalidProfileName,
        Assert.Throws<ApiException>(() => TokenStore.NameFor("strava", new Uri("https://www.strava.com/"), profile)).Error);

    [Fact]
    public void Variable_selects_the_folder()
    {
        Assert.Equal(Path.GetFullPath("elsewhere"), TokenStore.FolderFor("elsewhere"));
        Assert.Equal(TokenStore.FolderFor(null), TokenStore.FolderFor(""));
    }

    [Fact]
    public async Task Second_lock_waits_and_times_out()
    {
        var clock = new ManualTimeProvider();
        var store = new TokenStore(_store.Folder, clock);
        var held = await store.LockAsync(Name, Cancellation);
        var second = store.LockAsync(Name, Cancellation);
        Assert.False(second.IsCompleted);
        held.Dispose();
        (await clock.RunAsync(second)).Dispose();

        using var again = await store.LockAsync(Name, Cancellation);
        await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () => clock.RunAsync(store.LockAsync(Name, Cancellation)));
    }

    [Fact]
    public void Each_server_has_its_own_name_and_texts_contain_no_secret()
    {
        Assert.NotEqual(TokenStore.NameFor("a", new Uri("http://127.0.0.1:1/")), TokenStore.NameFor("a", new Uri("http://127.0.0.1:2/")));
        Assert.Equal("a-__1-80", TokenStore.NameFor("a", new Uri("http://[::1]/")));
        Assert.DoesNotContain("fake-", Tokens.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(Path.Combine("StravaTools", "tokens"), TokenStore.FolderFor(null), StringComparison.Ordinal);
    }

    private string LockPath => _store.GetPath(Name) + ".lock";

    private async Task StoreAsync(StoredTokens tokens)
    {
        using var alone = await _store.LockAsync(Name, Cancellation);
        await alone.WriteAsync(tokens);
    }

    private Task LeaveAsync(string part, StoredTokens tokens) => File.WriteAllTextAsync(
        $"{_store.GetPath(Name)}.{part}.tmp",
        $$"""
        {"access_token":"{{tokens.AccessToken}}","refresh_token":"{{tokens.RefreshToken}}","expires_at":"1970-01-01T00:00:00+00:00",
        "client_id":"client","generation":{{tokens.Generation}}}
        """,
        Cancellation);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
