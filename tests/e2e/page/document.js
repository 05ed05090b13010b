import { io } from 'socket.io-client';

// Bağlan
const socket = io('http://localhost:3000');

// Bağlantı başarılı
socket.on('connect', () => {
console.log('Connected:', socket.id);
});

// Job oluştur (API üzerinden)
const response = await fetch('http://localhost:3000/api/getinfo/async', {
method: 'POST',
headers: {
'Content-Type': 'application/json',
'X-API-Key': 'your-api-key'
},
body: JSON.stringify({
url: 'https://www.netflix.com/tr/title/81616256'
})
});

const { data: { jobId } } = await response.json();

// Job'a abone ol
socket.emit('job:subscribe', jobId);

// İlerleme dinle
socket.on('job:progress', (data) => {
console.log(`Progress: ${data.progress}% - ${data.step}`);
});

// Tamamlanma dinle
socket.on('job:completed', (data) => {
console.log('Completed:', data.data);
socket.emit('job:unsubscribe', jobId);
});

// Hata dinle
socket.on('job:error', (data) => {
console.error('Error:', data.error);
});
