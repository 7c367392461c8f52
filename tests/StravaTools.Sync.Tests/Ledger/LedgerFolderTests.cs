using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;
using StravaTools.Sync.Tests.Support;

namespace StravaTools.Sync.Tests.Ledger;

public sealed class LedgerFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly LedgerFolder _folder;

    public LedgerFolderTests() => _folder = new LedgerFolder(_temporary.Combine("ledger"), TimeProvider.System);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void New_ledger_has_a_header_and_belongs_to_its_owner_only()
    {
        using (_folder.OpenForWriting(Ledgers.Header, out _))
        {
        }

        Assert.Equal(Ledgers.Header, _folder.ReadCurrent()!.Header);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.CurrentFile!));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Path));
        }
    }

    [Fact]
    public void Truncated_line_is_saved_separately_and_removed()
    {
        var facts = RandomFacts.Create(seed: 21, 10);
        Append(facts);
        var length = new FileInfo(_folder.CurrentFile!).Length;
        File.AppendAllText(_folder.CurrentFile!, "{\"n\":11,\"e\":\"sen");
        using (_folder.OpenForWriting(Ledgers.Header, out var state))
        {
            Ledgers.AssertSame(Ledgers.Fold(facts), state);
        }

        Assert.Equal(length, new FileInfo(_folder.CurrentFile!).Length);
        var aside = Assert.Single(Directory.GetFiles(_folder.Path, "ledger.broken-*"));
        Assert.Equal("{\"n\":11,\"e\":\"sen", File.ReadAllText(aside));
    }

    [Fact]
    public void Damage_inside_changes_nothing()
    {
        Append(RandomFacts.Create(seed: 22, 10));
        var bytes = File.ReadAllBytes(_folder.CurrentFile!);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_folder.CurrentFile!, bytes);
        Assert.Equal(SyncErrors.LedgerDamaged, Assert.Throws<ApiException>(() => _folder.OpenForWriting(Ledgers.Header, out _)).Error);
        Assert.Equal(bytes, File.ReadAllBytes(_folder.CurrentFile!));
    }

    [Theory]
    [InlineData("api-v3.strava.com:443", 5)]
    [InlineData("127.0.0.1:80", 227615)]
    public void Ledger_of_another_athlete_or_server_is_refused(string host, long athlete)
    {
        Append([]);
        var other = Ledgers.Header with { Host = host, Athlete = athlete };
        Assert.Equal(SyncErrors.LedgerOfOtherAthlete, Assert.Throws<ApiException>(() => _folder.OpenForWriting(other, out _)).Error);
    }

    [Fact]
    public void Large_ledger_continues_in_a_new_generation()
    {
        var key = new ContentKey(99);
        var time = DateTimeOffset.UnixEpoch;
        var history = Enumerable.Range(0, 15_000).SelectMany(i => new[]
        {
            new SyncFact(SyncFactKind.Sending, key) { Time = time, Number = i + 1 },
            new SyncFact(SyncFactKind.Unsent, key) { Time = time, Why = new('x', 200) },
        });
        Append([new SyncFact(SyncFactKind.File, key) { Time = time, Path = "/a.fit", Size = 1 }, .. history]);
        LedgerState state;
        using (var writer = _folder.OpenForWriting(Ledgers.Header, out state))
        {
            writer.Append([new SyncFact(SyncFactKind.Sending, key) { Time = time }], isDurable: true);
        }

        state.ApplyFact(new SyncFact(SyncFactKind.Sending, key) { Time = time });
        var content = _folder.ReadCurrent()!;
        Assert.Equal(2, content.Header!.Generation);
        Assert.True(content.Lines < 10);
        Ledgers.AssertSame(state, content.State);
        Assert.Equal(2, Directory.GetFiles(_folder.Path, "ledger-*.jsonl").Length);
        using (_folder.OpenForWriting(Ledgers.Header, out _))
        {
        }

        Assert.Single(Directory.GetFiles(_folder.Path, "ledger-*.jsonl"));
    }

    [Fact]
    public void Crash_while_a_generation_is_written_leaves_the_old_one_valid()
    {
        var facts = RandomFacts.Create(seed: 23, 10);
        Append(facts);
        File.WriteAllText(Path.Combine(_folder.Path, "ledger-000002.jsonl.partial"), "{\"v\":1");
        Ledgers.AssertSame(Ledgers.Fold(facts), _folder.ReadCurrent()!.State);
    }

    [Fact]
    public void Second_run_reports_who_has_the_lock()
    {
        Append([]);
        using var first = LedgerLock.TakeLock(_folder.Path);
        var error = Assert.Throws<ApiException>(() => LedgerLock.TakeLock(_folder.Path));
        Assert.Equal(SyncErrors.LedgerInUse, error.Error);
        Assert.Contains($"process {Environment.ProcessId}", error.Message);
    }

    [Fact]
    public void Lock_is_free_after_its_owner_ends()
    {
        Append([]);
        LedgerLock.TakeLock(_folder.Path).Dispose();
        using var second = LedgerLock.TakeLock(_folder.Path);
        Assert.Null(Record.Exception(second.ThrowIfUseless));
    }

    [Fact]
    public void Lock_whose_file_was_deleted_is_detected()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not delete open files.");
        Append([]);
        using var first = LedgerLock.TakeLock(_folder.Path);
        File.Delete(Path.Combine(_folder.Path, "ledger.lock"));
        Assert.Equal(SyncErrors.LedgerReplaced, Assert.Throws<ApiException>(first.ThrowIfUseless).Error);
    }

    [Fact]
    public void Lock_that_another_program_could_take_is_detected()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not delete open files.");
        Append([]);
        using var first = LedgerLock.TakeLock(_folder.Path);
        File.Delete(Path.Combine(_folder.Path, "ledger.lock"));
        File.WriteAllText(Path.Combine(_folder.Path, "ledger.lock"), "");
        Assert.Equal(SyncErrors.LockingDoesNotWork, Assert.Throws<ApiException>(first.ThrowIfUseless).Error);
    }

    [Fact]
    public void Ledger_that_cannot_be_created_is_an_error()
    {
        // The administrator may write to any file, but not to a folder in the place of the file.
        Directory.CreateDirectory(Path.Combine(_folder.Path, "ledger-000001.jsonl.partial"));
        Assert.Equal(SyncErrors.LedgerNotUsable, Assert.Throws<ApiException>(() => _folder.OpenForWriting(Ledgers.Header, out _)).Error);
    }

    private void Append(IReadOnlyList<SyncFact> facts)
    {
        using var writer = _folder.OpenForWriting(Ledgers.Header, out _);
        writer.Append(facts, isDurable: true);
    }
}
