using System.Buffers;
using System.Globalization;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Ledgers;

/// <summary>
/// The folder of a ledger: one file for each generation. A new generation gets a new name after it is complete, so there is
/// a valid ledger at any time, and no file is ever replaced.
/// </summary>
internal sealed class LedgerFolder(string folder, TimeProvider clock)
{
    private const string Prefix = "ledger-";
    private const string Extension = ".jsonl";

    /// <summary>A ledger is rewritten if it is larger than this, and most of its lines say nothing new.</summary>
    private const long MinSizeToRewrite = 5_000_000;

    /// <summary>The folder.</summary>
    public string Path => folder;

    /// <summary>The file of the newest generation; null without a ledger.</summary>
    public string? CurrentFile => Generations().Select(found => found.Path).FirstOrDefault();

    /// <summary>Reads the ledger without changing it; null without a ledger.</summary>
    /// <exception cref="ApiException">The ledger is damaged or cannot be read.</exception>
    public LedgerContent? ReadCurrent()
    {
        if (CurrentFile is not { } path)
        {
            return null;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            var bytes = new byte[stream.Length];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return LedgerContent.ReadLedger(path, bytes.AsSpan(0, read));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(SyncErrors.LedgerNotUsable, e, path, e.Message);
        }
    }

    /// <summary>Opens the ledger for writing, or creates it. A line that was cut off at the end is kept aside and removed.</summary>
    /// <param name="header">The server and the athlete that the ledger must be of.</param>
    /// <param name="state">The state of the ledger.</param>
    /// <exception cref="ApiException">The ledger is damaged, of another athlete, too new, or cannot be written.</exception>
    public LedgerWriter OpenForWriting(LedgerHeader header, out LedgerState state)
    {
        try
        {
            OwnerOnly.CreateFolder(folder);
            var path = CurrentFile ?? Create(header with { Generation = 1 }, []);
            var file = DiskLedgerFile.OpenExisting(path);
            try
            {
                return OpenForWriting(file, header, out state);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(SyncErrors.LedgerNotUsable, e, folder, e.Message);
        }
    }

    /// <summary>Writes a new generation with facts. Readers and the next run use it from now on.</summary>
    /// <returns>Its path.</returns>
    public string Create(LedgerHeader header, IEnumerable<SyncFact> facts)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{header.Generation:D6}{Extension}");
        var path = System.IO.Path.Combine(folder, name);
        var partial = path + ".partial";
        using (var stream = OwnerOnly.OpenExclusive(partial, FileMode.Create))
        {
            var buffer = new ArrayBufferWriter<byte>(1 << 16);
            LedgerLine.WriteHeader(buffer, header, clock.GetUtcNow());
            var number = 1L;
            foreach (var fact in facts)
            {
                LedgerLine.WriteFact(buffer, fact, number++);
            }

            stream.Write(buffer.WrittenSpan);
            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: false);
        new LocalDisk().FlushFolder(folder);
        return path;
    }

    /// <summary>Reads every intact line of the newest generation, also after damaged lines. The header may be lost.</summary>
    public (LedgerState State, int Generation) Salvage()
    {
        var state = new LedgerState();
        if (Generations().FirstOrDefault() is not { Path: { } path } newest)
        {
            return (state, 0);
        }

        foreach (var line in LedgerContent.IntactFacts(File.ReadAllBytes(path)))
        {
            state.ApplyFact(line);
        }

        return (state, newest.Generation);
    }

    /// <summary>Writes a new generation, and keeps all older ones.</summary>
    public void Replace(LedgerHeader header, IEnumerable<SyncFact> facts)
    {
        var older = Generations();
        Create(header, facts);
        foreach (var (_, path) in older)
        {
            File.Move(path, System.IO.Path.ChangeExtension(path, ".replaced"), overwrite: true);
        }
    }

    private LedgerWriter OpenForWriting(DiskLedgerFile file, LedgerHeader header, out LedgerState state)
    {
        var content = LedgerContent.ReadLedger(file.Path, file.ReadAll());
        if (content.Header is not { } found)
        {
            throw new ApiException(SyncErrors.LedgerDamaged, file.Path, 1, "it has no intact header");
        }

        if (found.Host != header.Host || found.Athlete != header.Athlete)
        {
            throw new ApiException(SyncErrors.LedgerOfOtherAthlete, file.Path, found.Athlete, found.Host);
        }

        CutOff(file, content.Length);
        state = content.State;
        RemoveOlder(file.Path);
        if (IsWorthRewriting(content))
        {
            var next = found with { Generation = found.Generation + 1, Version = LedgerHeader.CurrentVersion };
            var path = Create(next, LedgerSnapshot.FactsOf(state));
            file.Dispose();
            file = DiskLedgerFile.OpenExisting(path);
            content = LedgerContent.ReadLedger(path, file.ReadAll());
        }

        return new LedgerWriter(file, content.Length, content.Lines);
    }

    private static bool IsWorthRewriting(LedgerContent content)
    {
        var live = content.State.Items.Count * 2L;
        return content.Length > MinSizeToRewrite && content.Lines - live > live * 2;
    }

    private void CutOff(DiskLedgerFile file, int length)
    {
        var bytes = file.ReadAll();
        if (bytes.Length == length)
        {
            return;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"ledger.broken-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'.'fff}");
        using (var aside = OwnerOnly.OpenExclusive(System.IO.Path.Combine(folder, name), FileMode.Create))
        {
            aside.Write(bytes.AsSpan(length));
        }

        file.Truncate(length);
        file.SyncToDisk();
    }

    private List<(int Generation, string Path)> Generations()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(folder, $"{Prefix}*{Extension}")
            .Select(path => (Generation: GenerationOf(path), Path: path))
            .Where(found => found.Generation > 0).OrderByDescending(found => found.Generation)];
    }

    private static int GenerationOf(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path.AsSpan())[Prefix.Length..];
        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var generation) ? generation : 0;
    }

    /// <summary>The generation before the last one remains until a later run has read its successor.</summary>
    private void RemoveOlder(string current)
    {
        foreach (var (_, path) in Generations().Where(found => found.Path != current))
        {
            File.Delete(path);
        }
    }
}
