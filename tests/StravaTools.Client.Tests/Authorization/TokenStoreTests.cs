using StravaTools.Client.Tests.Support;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
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

        _store.Write(Name, Tokens);
        _store.Write(Name, Tokens with { Scope = "read" });

        Assert.Equal(Tokens with { Scope = "read" }, await _store.ReadAsync(Name, Cancellation));
        Assert.Equal([_store.GetPath(Name)], Directory.GetFiles(_store.Folder));
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_store()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access control lists instead of modes.");
        _store.Write(Name, Tokens);
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

        await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () =>
        {
            store.Write(Name, Tokens);
            return Task.CompletedTask;
        });
        await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () => store.LockAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Folder_in_place_of_the_file_is_an_error_without_temporary_files()
    {
        Directory.CreateDirectory(_store.GetPath(Name));

        await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () => _store.ReadAsync(Name, Cancellation));
        await AssertErrorAsync(ApiErrors.TokenStoreUnusable, () =>
        {
            _store.Write(Name, Tokens);
            return Task.CompletedTask;
        });
        Assert.Equal(ApiErrors.TokenStoreUnusable, Assert.Throws<ApiException>(() => _store.Delete(Name)).Error);
        Assert.Empty(Directory.GetFiles(_store.Folder));
    }

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

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
